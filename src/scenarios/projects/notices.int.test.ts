import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuildProjection } from '#platform/server/journal/index.ts'
import { projectionsOf } from '#platform/server/platform/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { roadPlan, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let owner: Client
let node: string

type Told = { readonly zh: string; readonly link: string; readonly read: boolean; readonly position: string }

const inboxOf = async (who: Client): Promise<Told[]> => (await who.call('GET', '/notices')).body.notices

beforeAll(async () => {
  const now = new Date('2026-03-02T08:00:00+08:00')
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now })
  owner = await test.as('zhangwei')
  const { nodes } = await startProject(await test.as('wangjianguo'), roadPlan)
  node = nodes['1.1'] ?? ''
  await test.derive()
})
afterAll(() => test.close())

it('whoever owes a node is told when its clock begins, with the day and the page; nobody else is', async () => {
  expect(await inboxOf(owner)).toMatchObject([
    { zh: '新任务：编制方案，2026-03-13 前办结', link: `/nodes/${node}`, read: false },
  ])
  expect(await inboxOf(await test.as('zhoumin'))).toEqual([])
  expect((await test.nobody.call('GET', '/notices')).status).toBe(401)
})

it('what climbs is told to its debtor and to the post that holds the rung', async () => {
  await test.passTo(new Date('2026-03-20T18:00:00+08:00'))
  await test.derive()
  const level = (rung: number) => `已逾期，升至第${rung}级督办：编制方案`
  expect((await inboxOf(owner)).map(({ zh }) => zh)).toEqual([
    level(3),
    level(2),
    level(1),
    '新任务：编制方案，2026-03-13 前办结',
  ])
  expect(await inboxOf(await test.as('wujing'))).toMatchObject([
    { zh: '三级督办：编制方案 逾期未办结（事实送达，平台不设任务和时限）' },
  ])
})

it('what is read one by one or all at once stays read, also when the notices are told anew', async () => {
  const [newest, second] = await inboxOf(owner)
  const one = await owner.call('POST', '/notices/read', { positions: [newest?.position] })
  expect(one.body).toEqual({ unread: 3 })
  const all = await owner.call('POST', '/notices/read', { upTo: second?.position })
  expect(all.body).toEqual({ unread: 0 })
  const before = await inboxOf(owner)
  const [notices] = projectionsOf([scenario])
  if (notices) await rebuildProjection(test.database, test.platform.services.jurisdiction, notices)
  expect(await inboxOf(owner)).toEqual(before)
  expect((await owner.call('POST', '/notices/read', { positions: ['x'] })).status).toBe(422)
})

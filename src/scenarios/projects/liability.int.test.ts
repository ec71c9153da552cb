import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
/** Three units in a row: traffic, water, traffic again. */
const chain = [
  '1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份',
  '2,水保评审,水利局,郭林,2026-03-16,2026-03-27,1,评审意见 1 份',
  '3,开工令,交通局,李晓燕,2026-03-30,2026-04-10,2,开工令 1 份',
]

let test: TestPlatform
let lead: Client
let first: Client
let second: Client
let nodes: Readonly<Record<string, string>>
let project: string
beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  first = await test.as('zhangwei')
  second = await test.as('guolin')
  const started = await startProject(lead, chain)
  nodes = started.nodes
  project = started.project
})
afterAll(() => test.close())

const finish = async (who: Client, node: string) => {
  const evidence = [(await who.upload('现场.png', photograph)).body.file]
  await who.call('POST', `/nodes/${node}/submissions`, { note: '完成', evidence })
  await lead.call('POST', `/nodes/${node}/acceptance`, { note: '' })
}
const heldUp = async () => {
  await test.derive()
  return test.database.asOwner<{ subject: string; points: number; thing: string }>(
    `select subject, points, thing from scoring.line where matter = $1 and effect = 'held-up' order by place`,
    [project],
  )
}

it('whoever waits sees who is late, back to the root', async () => {
  await test.passTo(time('2026-03-18 09:00'))
  const third = await test.as('lixiaoyan')
  const waiting = (await third.call('GET', '/today')).body.waiting
  expect(waiting).toMatchObject([{ node: nodes['3'], upstream: [] }])
  const told = (await second.call('GET', '/today')).body.waiting[0].upstream
  expect(told).toMatchObject([{ node: nodes['1'], root: true, owner: { organisation: 'jiaotong' } }])
  const detail = (await second.call('GET', `/nodes/${nodes['2']}`)).body
  expect(detail.upstream).toEqual(told)
})

it('a step that ends is pushed to the next owner, who sees from whom; a unit late by its own doing is liable for it', async () => {
  await test.passTo(time('2026-03-20 15:00'))
  await finish(first, nodes['1'] ?? '')
  const today = (await second.call('GET', '/today')).body
  expect(today.pushed).toMatchObject([{ node: nodes['2'], title: '编制方案', by: { personName: '张伟' } }])
  expect(await heldUp()).toEqual([{ subject: 'jiaotong', points: -1, thing: `plans.node/${nodes['1']}` }])
  await test.passTo(time('2026-03-30 09:00'))
  expect((await second.call('GET', '/today')).body.pushed).toEqual([])
})

it('a unit that only started late, and took no longer than was planned, is liable to nobody', async () => {
  // Its own clock runs ten working days from 03-20 15:00; its deadline was 03-27.
  await test.passTo(time('2026-04-02 10:00'))
  await finish(second, nodes['2'] ?? '')
  expect((await second.call('GET', `/nodes/${nodes['2']}`)).body).toMatchObject({ state: 'done', lamp: 'red' })
  expect(await heldUp()).toHaveLength(1)
  const third = await test.as('lixiaoyan')
  const why = (await third.call('GET', `/nodes/${nodes['3']}/why`)).body
  expect(why.upstream.map(({ node, root }: { node: string; root: boolean }) => [node, root])).toEqual([
    [nodes['2'], false],
    [nodes['1'], true],
  ])
})

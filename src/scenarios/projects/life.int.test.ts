import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { NodeHolder } from './contract/life.ts'
import { projectsCounty } from './fixtures/county.ts'
import { type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
let owner: Client
let colleague: Client
let head: Client
const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const at = (now: string) => test.passTo(time(now))

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
  colleague = await test.as('lixiaoyan')
  head = await test.as('zhoumin')
})
afterAll(() => test.close())

const rows = [
  '1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份',
  '2,水保评审,水利局,郭林,2026-03-16,2026-03-27,1,评审意见 1 份',
]
const nodeOf = async (target: StartedProject, code: string) =>
  (await lead.call('GET', `/nodes/${target.nodes[code]}`)).body
const act = (who: Client, target: StartedProject, path: string, reason = '主汛期，全线停工') =>
  who.call('POST', `/projects/${target.project}/${path}`, { reason })

describe('a pause', () => {
  it('stops lamps and ladders, refuses work, and moves what is to come by its working time', async () => {
    await at('2026-03-02 08:00')
    const target = await startProject(lead, rows)
    await at('2026-03-04 08:30')
    expect((await act(owner, target, 'pause')).status).toBe(403)
    expect((await act(lead, target, 'resumption')).body.code).toBe('projects.project.not-paused')
    expect((await act(lead, target, 'pause')).body).toMatchObject({ state: 'paused' })
    expect((await act(lead, target, 'pause')).body.code).toBe('projects.project.not-running')
    await at('2026-03-18 08:30')
    expect(await nodeOf(target, '1')).toMatchObject({ lamp: 'green', level: 0 })
    const standing = (await lead.call('GET', `/projects/${target.project}`)).body
    expect(standing).toMatchObject({
      pausedSince: time('2026-03-04 08:30').toISOString(),
      pauseReason: '主汛期，全线停工',
    })
    const report = { progress: 20, note: '' }
    expect((await owner.call('POST', `/nodes/${target.nodes['1']}/reports`, report)).body.code).toBe(
      'projects.project.paused',
    )
    expect((await act(lead, target, 'resumption', '汛期结束')).body).toMatchObject({ state: 'running' })
    expect(await nodeOf(target, '1')).toMatchObject({
      lamp: 'green',
      deadline: time('2026-03-27 17:00').toISOString(),
      remaining: { dueAt: time('2026-03-27 17:00').toISOString(), late: false },
    })
    expect((await owner.call('POST', `/nodes/${target.nodes['1']}/reports`, report)).status).toBe(200)
    await at('2026-03-30 09:00')
    expect(await nodeOf(target, '1')).toMatchObject({ lamp: 'red', level: 1 })
  })
  it('is refused without a reason', async () => {
    await at('2026-03-02 08:00')
    const target = await startProject(lead, rows)
    expect((await act(lead, target, 'pause', '')).body.code).toBe('input.invalid')
  })
  it('a repeated request pauses once', async () => {
    await at('2026-03-02 08:00')
    const target = await startProject(lead, rows)
    const pause = () =>
      lead.call('POST', `/projects/${target.project}/pause`, { reason: '停工' }, `pause-${target.project}`)
    const answers = await Promise.all([pause(), pause(), pause()])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })
})

describe('a hand-over', () => {
  const holders = async () => (await head.call('GET', '/units/jiaotong/node-holders')).body
  it('gives all open nodes of a person to a colleague, with what is owed; lamps stay with whom they were given to', async () => {
    await at('2026-06-01 08:00')
    const target = await startProject(lead, ['1,标线,交通局,张伟,2026-06-01,2026-06-05,,照片 1 张'])
    await at('2026-06-08 09:00')
    const { holders: before, colleagues } = await holders()
    const from = before.find(({ personName }: NodeHolder) => personName === '张伟')
    const to = colleagues.find(({ name }: { name: string }) => name === '李晓燕')
    expect(from).toMatchObject({ inPost: true })
    const handOver = (who: Client, more = {}) =>
      who.call('POST', '/units/jiaotong/hand-overs', { from: from.person, to: to.person, reason: '岗位调整', ...more })
    expect((await handOver(owner)).status).toBe(403)
    expect((await handOver(lead)).body.code).toBe('permission.reach')
    expect((await handOver(head, { to: from.person })).body.code).toBe('projects.hand-over.same')
    expect((await handOver(head, { to: crypto.randomUUID() })).body.code).toBe('projects.hand-over.not-in-unit')
    const done = await handOver(head)
    expect(done.body.nodes).toContain(target.nodes['1'])
    expect((await handOver(head)).body.code).toBe('projects.hand-over.nothing')
    expect(await nodeOf(target, '1')).toMatchObject({ lamp: 'red', owner: { personName: '李晓燕' }, level: 1 })
    const late = (await colleague.call('GET', '/today')).body.late.map(({ node }: { node: string }) => node)
    expect(late).toContain(target.nodes['1'])
    expect((await owner.call('GET', '/today')).body.late).toEqual([])
    const given = await test.database.asOwner<{ person: string }>(
      `select p.body ->> 'person' as person from journal.entry e join journal.payload p on p.entry_id = e.id
        where e.stream = 'plans.node/${target.nodes['1']}' and e.kind = 'plans.lamp.given'`,
    )
    expect(new Set(given.map(({ person }) => person))).toEqual(new Set([from.person]))
  })
  it('an owner who leaves while the work runs comes first in the list, and the work does not stand still', async () => {
    await at('2026-07-01 08:00')
    const target = await startProject(lead, ['1,护栏,交通局,李晓燕,2026-07-01,2026-07-10,,照片 1 张'])
    const leaves = (until: string) =>
      test.database.asOwner(`update identity.person set valid_to = ${until} where login = 'lixiaoyan'`)
    await leaves(`'2026-07-02'`)
    await at('2026-07-13 09:00')
    expect(await nodeOf(target, '1')).toMatchObject({ lamp: 'red', level: 1 })
    const { holders: all, colleagues } = await holders()
    expect(all[0]).toMatchObject({ personName: '李晓燕', inPost: false })
    expect(colleagues.map(({ name }: { name: string }) => name)).not.toContain('李晓燕')
    const to = colleagues.find(({ name }: { name: string }) => name === '张伟').person
    const input = { from: all[0].person, to, reason: '原责任人离职' }
    expect((await head.call('POST', '/units/jiaotong/hand-overs', input)).body.nodes).toContain(target.nodes['1'])
    const late = (await owner.call('GET', '/today')).body.late.map(({ node }: { node: string }) => node)
    expect(late).toContain(target.nodes['1'])
    await leaves('null')
  })
  it('a head sees the holders of the sections too, each to be followed by somebody of the same', async () => {
    await at('2026-08-03 08:00')
    await startProject(lead, ['1,立项,重点项目科,刘洋,2026-08-03,2026-08-14,,批复 1 份'])
    const { body } = await lead.call('GET', '/units/fagai/node-holders')
    const liuyang = body.holders.find(({ personName }: NodeHolder) => personName === '刘洋')
    expect(liuyang).toMatchObject({ unit: 'fagai-xiangmu', inPost: true, nodes: 1 })
    expect(body.colleagues).toContainEqual({ unit: 'fagai-xiangmu', person: liuyang.person, name: '刘洋' })
    expect((await head.call('GET', '/units/fagai/node-holders')).status).toBe(403)
  })
})

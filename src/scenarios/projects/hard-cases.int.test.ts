import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { HardCaseDetail } from './contract/hard-cases.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

/* The head of the development bureau (wangjianguo) publishes; clerks of the traffic and water bureaus make teams. */
let test: TestPlatform
let publisher: Client
let owner: Client
let rival: Client
const ids: Record<string, string> = {}

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: projectsCounty,
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  publisher = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
  rival = await test.as('guolin')
  for (const { login, id } of test.platform.pack.people) ids[login] = id
})
afterAll(() => test.close())

const input = {
  ...{ title: '西街口 38 户签约', place: '妙高街道', goal: '38 户全部签订补偿协议', points: 10, selection: 'first' },
  deadline: '2026-03-20T17:00:00+08:00',
}
const team = (leader: string, others: readonly [string, number][] = []) => ({
  pledge: '逐户上门，当面算清',
  members: [
    { person: ids[leader], share: 100 - others.reduce((sum, [, share]) => sum + share, 0) },
    ...others.map(([login, share]) => ({ person: ids[login], share })),
  ],
})
const publish = async (changes: object = {}): Promise<string> => {
  const answer = await publisher.call('POST', '/hard-cases', { ...input, ...changes })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body.case
}
/** A result that the team of `owner` hands in. */
const proven = async (note: string) => ({
  note,
  evidence: [(await owner.upload('签约现场.png', photograph)).body.file],
})
const look = async (id: string): Promise<HardCaseDetail> => (await owner.call('GET', `/hard-cases/${id}`)).body
const entries = (id: string) =>
  test.database.asOwner<{ kind: string; body: Record<string, unknown> }>(
    `select e.kind, p.body from journal.entry e join journal.payload p on p.entry_id = e.id
      where e.stream = $1 order by e.version`,
    [`projects.hard-case/${id}`],
  )

it('a case is published, claimed, handed in, given back, handed in again, accepted; the points go out by the shares', async () => {
  const id = await publish()
  const claimed = await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei', [['lixiaoyan', 33]]))
  expect(claimed.body).toMatchObject({ state: 'assigned' })
  expect((await owner.call('POST', `/hard-cases/${id}/submissions`, await proven('已签 38 户'))).status).toBe(200)
  expect((await publisher.call('POST', `/hard-cases/${id}/returns`, { reason: '缺两户协议' })).status).toBe(200)
  expect((await owner.call('POST', `/hard-cases/${id}/submissions`, await proven('已补齐'))).status).toBe(200)
  expect((await publisher.call('POST', `/hard-cases/${id}/acceptance`, {})).body).toMatchObject({ state: 'scored' })
  const told = await entries(id)
  expect(told.map(({ kind }) => kind.slice('projects.hard-case.'.length))).toEqual([
    'published',
    'assigned',
    'submitted',
    'returned',
    'submitted',
    'scored',
  ])
  expect(told.at(-1)?.body).toMatchObject({
    points: 10,
    shares: [
      { person: ids.zhangwei, organisation: 'jiaotong', points: 7 },
      { person: ids.lixiaoyan, points: 3 },
    ],
  })
  const owed = await test.database.asOwner<{ state: string }>(
    `select state from obligations.obligation where subject = $1`,
    [`projects.hard-case/${id}`],
  )
  expect(owed).toEqual([{ state: 'answered' }])
})

it('the record of a case tells its story with the evidence that was handed in', async () => {
  const id = await publish()
  await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei'))
  const bare = await owner.call('POST', `/hard-cases/${id}/submissions`, { note: '已签 38 户', evidence: [] })
  expect(bare.body.code).toBe('input.invalid')
  await owner.call('POST', `/hard-cases/${id}/submissions`, await proven('已签 38 户'))
  const [submitted, assigned, published] = (await look(id)).trail
  expect([published?.sentence, assigned?.sentence, submitted?.sentence]).toEqual([
    '发布攻坚事项，10 分',
    '组队揭榜，先揭先得',
    '提交成果，等待验收',
  ])
  expect([assigned?.note, submitted?.note]).toEqual(['逐户上门，当面算清', '已签 38 户'])
  expect(submitted?.by).toMatch(/张伟$/)
  const [file] = submitted?.evidence ?? []
  expect(file).toMatchObject({ name: '签约现场.png', mediaType: 'image/png' })
  const stranger = await test.as('guolin')
  expect((await stranger.call('GET', `/files/${file?.file}`)).status).toBe(200)
})

it('of two teams that claim in the same breath one gets the case, and the other is told', async () => {
  const id = await publish()
  const both = await Promise.all([
    owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei')),
    rival.call('POST', `/hard-cases/${id}/claims`, team('guolin')),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('projects.hard-case.taken')
  const { teamsInOrder, state } = await look(id)
  expect(state).toBe('assigned')
  expect(teamsInOrder).toHaveLength(1)
})

it('where the publisher chooses, teams wait; the one chosen owes the case, and it is late like everything else', async () => {
  const id = await publish({ selection: 'choice' })
  expect((await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei'))).body.state).toBe('published')
  expect((await rival.call('POST', `/hard-cases/${id}/claims`, team('guolin'))).body.state).toBe('published')
  const [, second] = (await look(id)).teamsInOrder
  const chosen = await publisher.call('POST', `/hard-cases/${id}/choice`, { team: second?.team })
  expect(chosen.body).toMatchObject({ state: 'assigned' })
  expect((await look(id)).leader?.personName).toBe('郭林')
  await test.passTo(new Date('2026-03-23T10:00:00+08:00'))
  const [owed] = await test.database.asOwner<{ level: number }>(
    `select level from obligations.obligation where subject = $1`,
    [`projects.hard-case/${id}`],
  )
  expect(owed?.level).toBe(1)
  test.clock.set(new Date('2026-03-02T09:00:00+08:00'))
})

it('a withdrawn case stays visible with its reason, gives no points, and nothing is owed for it any more', async () => {
  const id = await publish()
  await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei'))
  expect((await publisher.call('POST', `/hard-cases/${id}/withdrawal`, { reason: '线路调整' })).status).toBe(200)
  expect(await look(id)).toMatchObject({ state: 'withdrawn', outcome: '线路调整' })
  expect((await entries(id)).map(({ kind }) => kind)).not.toContain('projects.hard-case.scored')
  expect((await publisher.call('POST', `/hard-cases/${id}/acceptance`, {})).status).toBe(409)
})

describe('what is not let through', () => {
  it('nobody publishes without the power, nor claims without being signed in', async () => {
    expect((await owner.call('POST', '/hard-cases', input)).status).toBe(403)
    expect((await test.nobody.call('GET', '/hard-cases')).status).toBe(401)
    const id = await publish()
    expect((await test.nobody.call('POST', `/hard-cases/${id}/claims`, team('zhangwei'))).status).toBe(401)
    const leader = await test.as('chenshumin')
    expect((await leader.call('POST', `/hard-cases/${id}/claims`, team('chenshumin'))).status).toBe(403)
  })

  it('another unit neither judges nor withdraws the case, and nobody accepts the result of their own team', async () => {
    const id = await publish()
    const claimed = await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei', [['wangjianguo', 10]]))
    expect(claimed.status).toBe(200)
    expect((await rival.call('POST', `/hard-cases/${id}/submissions`, await proven('别人的'))).status).toBe(403)
    await owner.call('POST', `/hard-cases/${id}/submissions`, await proven('好了'))
    const other = await test.as('zhoumin')
    expect((await other.call('POST', `/hard-cases/${id}/acceptance`, {})).status).toBe(403)
    expect((await other.call('POST', `/hard-cases/${id}/withdrawal`, { reason: '不要了' })).status).toBe(403)
    expect((await publisher.call('POST', `/hard-cases/${id}/acceptance`, {})).body.code).toBe('projects.hard-case.own')
  })

  it.each([
    ['shares that do not make 100', { pledge: '好', members: [] }],
    ['a team without its leader', () => ({ pledge: '好的', members: [{ person: ids.guolin, share: 100 }] })],
    ['somebody who is not in office', () => team('zhangwei', [['nobody', 20]])],
  ])('%s: the claim is refused and changes nothing', async (_, given) => {
    const id = await publish()
    const body = typeof given === 'function' ? given() : given
    const full = { ...body, members: body.members.map((one) => ({ ...one, person: one.person ?? randomUUID() })) }
    expect((await owner.call('POST', `/hard-cases/${id}/claims`, full)).status).toBe(422)
    expect((await look(id)).state).toBe('published')
  })

  it('a deadline that is past, points of nothing, and a case that is not there', async () => {
    expect(
      (await publisher.call('POST', '/hard-cases', { ...input, deadline: '2026-03-01T09:00:00+08:00' })).status,
    ).toBe(422)
    expect((await publisher.call('POST', '/hard-cases', { ...input, points: 0 })).status).toBe(422)
    expect((await owner.call('GET', `/hard-cases/${randomUUID()}`)).status).toBe(404)
  })
})

it('the same claim sent twice under one key is one claim', async () => {
  const id = await publish()
  const key = randomUUID()
  const first = await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei'), key)
  const again = await owner.call('POST', `/hard-cases/${id}/claims`, team('zhangwei'), key)
  expect(again.body).toEqual(first.body)
  expect((await look(id)).teamsInOrder).toHaveLength(1)
})

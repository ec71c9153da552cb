import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listStories } from '#platform/server/journal/index.ts'
import { obligationStream } from '#platform/server/obligations/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { supervisionCounty } from './fixtures/county.ts'
import { lights, type OpenedMatter, openMatter, submit } from './fixtures/matter.ts'
import { scenario } from './scenario.ts'
import { listDuties } from './server/duty-store.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const duty = (id: string, act: string) => `/duties/${id}/${act}`

let test: TestPlatform
let offices: Client
let head: Client
let clerk: Client
let water: Client
let road: OpenedMatter

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: supervisionCounty, now: time('2026-03-02 09:00') })
  offices = await test.as('liufang')
  head = await test.as('zhoumin')
  clerk = await test.as('lixiaoyan')
  water = await test.as('huyan')
})
beforeEach(async () => {
  test.clock.set(time('2026-03-02 09:00'))
  road = await openMatter(offices)
})
afterAll(() => test.close())

const detail = async (who: Client, id: string) => (await who.call('GET', `/duties/${id}`)).body
const sentences = async (id: string) =>
  (await detail(offices, id)).trail.map((step: { sentence: string }) => step.sentence)

describe('a matter opened by hand', () => {
  it('gives each unit a duty of its own, the lead accepts the others and the opener the lead', async () => {
    const { body } = await offices.call('GET', `/matters/${road.matter}`)
    expect(body).toMatchObject({
      title: lights.title,
      sourceTitle: '县长批示',
      complainant: { mayLook: true, looks: [] },
      mayWithdraw: true,
    })
    expect(
      body.duties.map((one: { part: string; debtor: { organisation: string } }) => [one.part, one.debtor.organisation]),
    ).toEqual([
      ['lead', 'jiaotong'],
      ['part', 'shuili'],
    ])
    expect((await detail(head, road.lead)).acceptor.organisation).toBe('ducha')
    expect((await detail(water, road.parts[0] ?? '')).acceptor.organisation).toBe('jiaotong')
  })

  it('is refused with its reason where it cannot be given, and nothing is written', async () => {
    const codes = async (changes: object) => {
      const { status, body } = await offices.call('POST', '/matters', { ...lights, ...changes })
      return [status, body.code]
    }
    const before = (await offices.call('GET', '/matters')).body.matters.length
    expect(await codes({ parts: ['jiaotong'] })).toEqual([422, 'supervision.matter.unit-twice'])
    expect(await codes({ parts: ['nobody'] })).toEqual([422, 'supervision.matter.unit-unknown'])
    expect(await codes({ dueAt: '2026-03-01T09:00:00+08:00' })).toEqual([422, 'supervision.matter.due-past'])
    expect(await codes({ title: '王小明反映路灯' })).toEqual([422, 'supervision.matter.names-complainant'])
    expect(await codes({ title: '' })).toEqual([422, 'input.invalid'])
    expect((await offices.call('GET', '/matters')).body.matters).toHaveLength(before)
  })

  it('sent twice under one key is opened once', async () => {
    const first = await offices.call('POST', '/matters', lights, 'once')
    const again = await offices.call('POST', '/matters', lights, 'once')
    expect(again.body).toEqual(first.body)
    expect((await offices.call('POST', '/matters', { ...lights, title: '另一件' }, 'once')).body.code).toBe(
      'command.key-reused',
    )
  })

  it('is listed after what was opened later, a page at a time', async () => {
    const { matters, next } = (await offices.call('GET', '/matters')).body
    expect(next).toBeNull()
    const opened = matters.map((one: { openedAt: string }) => one.openedAt)
    expect(opened).toEqual([...opened].sort().reverse())
    const after = `${Date.parse(opened[0])}_${matters[0].matter}`
    expect((await offices.call('GET', `/matters?after=${after}`)).body.matters).toEqual(matters.slice(1))
    expect((await offices.call('GET', '/matters?after=0_x')).body.code).toBe('input.invalid')
  })

  it('the head of a bureau gives matters to the units below it and to no others', async () => {
    const own = { ...lights, lead: 'jiaotong-yanghu', parts: [] }
    expect((await head.call('POST', '/matters', own)).status).toBe(200)
    expect((await head.call('POST', '/matters', { ...own, parts: ['shuili'] })).body.code).toBe('permission.reach')
    expect((await clerk.call('POST', '/matters', own)).body.code).toBe('permission.missing')
  })
})

describe('the life of a duty', () => {
  it('is acknowledged, reported, submitted and accepted; the lead only sums up once its partners are accepted', async () => {
    const [part = ''] = road.parts
    expect((await clerk.call('POST', duty(road.lead, 'acknowledgement'))).status).toBe(200)
    expect((await clerk.call('POST', duty(road.lead, 'acknowledgement'))).body.code).toBe(
      'supervision.duty.acknowledged',
    )
    expect((await clerk.call('POST', duty(road.lead, 'reports'), { note: '已到现场' })).status).toBe(200)
    const early = await submit(clerk, road.lead)
    expect([early.status, early.body.code]).toEqual([409, 'supervision.duty.parts-open'])
    expect(early.body.title).toContain('水利局')
    expect((await submit(water, part)).status).toBe(200)
    expect((await head.call('POST', duty(part, 'acceptance'), {})).status).toBe(200)
    expect((await submit(clerk, road.lead)).status).toBe(200)
    expect((await head.call('POST', duty(road.lead, 'acceptance'), {})).body.code).toBe('permission.reach')
    expect((await offices.call('POST', duty(road.lead, 'acceptance'), {})).status).toBe(200)
    expect((await offices.call('POST', duty(road.lead, 'acceptance'), {})).body.code).toBe(
      'obligations.obligation.not-submitted',
    )
    expect((await detail(offices, road.lead)).state).toBe('answered')
    expect(await sentences(road.lead)).toMatchObject([
      '验收通过，办结',
      '提交办理结果，等待验收',
      '反馈进展',
      '签收',
      expect.stringContaining('交办'),
    ])
  })

  it('is returned with a reason, and an answer needs evidence of one’s own', async () => {
    const [part = ''] = road.parts
    expect((await water.call('POST', duty(part, 'submissions'), { note: '办了' })).body.code).toBe(
      'supervision.duty.evidence-missing',
    )
    const foreign = await clerk.upload('别人的.txt', 'x')
    const stolen = { note: '办了', evidence: [foreign.body.file] }
    expect((await water.call('POST', duty(part, 'submissions'), stolen)).body.code).toBe(
      'supervision.duty.evidence-unknown',
    )
    await submit(water, part)
    expect((await head.call('POST', duty(part, 'returns'), { reason: '照片看不清' })).status).toBe(200)
    expect(await detail(water, part)).toMatchObject({
      state: 'open',
      trail: [{ sentence: '退回，修改后重新提交', note: '照片看不清' }, {}, {}],
    })
    expect((await head.call('POST', duty(part, 'returns'), { reason: '' })).status).toBe(422)
  })

  it('that nobody acknowledges in time is on record from the very instant, once, and is told', async () => {
    await test.passTo(time('2026-03-05 10:00'))
    await test.passTo(time('2026-03-05 11:00'))
    const rows = await test.database.asOwner<{ at: Date }>(
      `select at from journal.entry where kind = 'supervision.duty.unacknowledged' and stream = $1`,
      [`supervision.duty/${road.lead}`],
    )
    expect(rows.map(({ at }) => at)).toEqual([new Date(time('2026-03-03 17:00').getTime() + 1)])
    await test.derive()
    const inbox = (await offices.call('GET', '/notices')).body.notices
    expect(inbox.some(({ zh }: { zh: string }) => zh === `未按时签收：${lights.title}`)).toBe(true)
  })

  it('acknowledged too late is on record as late, at the same instant, though no sweep came by', async () => {
    test.clock.set(time('2026-03-04 10:00'))
    expect((await clerk.call('POST', duty(road.lead, 'acknowledgement'))).status).toBe(200)
    const { trail } = await detail(offices, road.lead)
    expect(trail.map((step: { sentence: string }) => step.sentence).slice(0, 2)).toEqual(['签收', '超过签收时限未签收'])
    expect(trail[1].at).toBe(new Date(time('2026-03-03 17:00').getTime() + 1).toISOString())
  })

  it('is delegated within the unit and nowhere else', async () => {
    const { body } = await head.call('GET', duty(road.lead, 'people'))
    const person = (name: string) => body.people.find((one: { personName: string }) => one.personName === name)?.person
    expect(person('胡燕')).toBeUndefined()
    expect((await clerk.call('POST', duty(road.lead, 'delegation'), { person: person('张伟') })).body.code).toBe(
      'permission.missing',
    )
    expect((await head.call('POST', duty(road.lead, 'delegation'), { person: person('张伟') })).status).toBe(200)
    const worker = await test.as('zhangwei')
    expect(
      (await worker.call('GET', '/day')).body.lines.some(
        (one: { page: string }) => one.page === `/duties/${road.lead}`,
      ),
    ).toBe(true)
    expect((await clerk.call('POST', duty(road.lead, 'reports'), { note: '不是我的' })).body.code).toBe(
      'permission.reach',
    )
    const others = (await water.call('GET', duty(road.parts[0] ?? '', 'people'))).body.people[0].person
    expect((await head.call('POST', duty(road.lead, 'delegation'), { person: others })).body.code).toBe(
      'supervision.duty.not-in-unit',
    )
  })

  it('is urged a limited number of times, and not in one breath', async () => {
    const remind = () => offices.call('POST', duty(road.lead, 'reminders'), { note: '请抓紧' })
    expect((await remind()).status).toBe(200)
    expect((await remind()).body.code).toBe('supervision.reminder.too-soon')
    test.clock.set(time('2026-03-03 10:00'))
    expect((await remind()).status).toBe(200)
    test.clock.set(time('2026-03-05 10:00'))
    expect((await remind()).body.code).toBe('supervision.reminder.used-up')
    expect((await detail(offices, road.lead)).may).not.toContain('remind')
    expect((await water.call('POST', duty(road.lead, 'reminders'), {})).body.code).toBe('record.unknown')
  })

  it('is withdrawn by who opened it, stays visible with the reason, and is owed no more', async () => {
    expect((await head.call('POST', `/matters/${road.matter}/withdrawal`, { reason: '不想办' })).body.code).toBe(
      'permission.reach',
    )
    expect((await offices.call('POST', `/matters/${road.matter}/withdrawal`, { reason: '与另一件重复' })).status).toBe(
      200,
    )
    expect(
      (await offices.call('POST', `/matters/${road.matter}/withdrawal`, { reason: '与另一件重复' })).body.code,
    ).toBe('supervision.matter.withdrawn')
    const seen = await detail(head, road.lead)
    expect(seen).toMatchObject({ state: 'withdrawn', matter: { withdrawn: { reason: '与另一件重复' } } })
    expect((await submit(clerk, road.lead)).body.code).toMatch(/not-open|parts-open/)
    await test.passTo(time('2026-04-30 10:00'))
    expect((await detail(head, road.lead)).level).toBe(0)
  })
})

describe('what a unit asks', () => {
  const until = '2026-03-20T17:00:00+08:00'
  const ask = (who: Client, id: string, changes: object = {}) =>
    who.call('POST', duty(id, 'extension-requests'), { until, reason: '路灯配件未到', ...changes })
  const decide = async (who: Client, id: string, granted: boolean, more: object = {}) => {
    const [request] = (await detail(offices, id)).requests
    return who.call('POST', `/duty-requests/${request.request}/decision`, { granted, reason: '情况属实', ...more })
  }

  it('an extension asked for before the deadline is decided one level up and moves the deadline', async () => {
    expect((await ask(clerk, road.lead)).body.code).toBe('permission.missing')
    expect((await ask(head, road.lead)).status).toBe(200)
    expect((await ask(head, road.lead)).body.code).toBe('supervision.request.open')
    expect((await decide(head, road.lead, true)).body.code).toBe('permission.reach')
    expect((await decide(offices, road.lead, true)).status).toBe(200)
    expect((await decide(offices, road.lead, true)).body.code).toBe('supervision.request.closed')
    const seen = await detail(head, road.lead)
    expect(seen).toMatchObject({
      remaining: { dueAt: '2026-03-20T09:00:00.000Z' },
      extensions: { granted: 1, most: 1 },
    })
    expect((await ask(head, road.lead, { until: '2026-03-27T17:00:00+08:00' })).body.code).toBe(
      'supervision.extension.used-up',
    )
  })

  it('an extension asked for after the deadline is refused and changes nothing', async () => {
    await test.passTo(time('2026-03-16 09:00'))
    const before = await detail(head, road.lead)
    expect((await ask(head, road.lead)).body.code).toBe('supervision.extension.after-deadline')
    expect(await detail(head, road.lead)).toEqual(before)
    expect(before).toMatchObject({ level: 1, may: expect.not.arrayContaining(['extend']) })
  })

  it('the lead decides about its partners, never beyond its own deadline, and never earlier than before', async () => {
    const [part = ''] = road.parts
    expect((await ask(water, part)).body.code).toBe('supervision.extension.beyond-lead')
    expect((await ask(water, part, { until: '2026-03-10T17:00:00+08:00' })).body.code).toBe(
      'supervision.extension.not-later',
    )
    expect((await ask(water, part, { until: '明天' })).status).toBe(422)
    await ask(head, road.lead)
    await decide(offices, road.lead, true)
    expect((await ask(water, part)).status).toBe(200)
    expect((await decide(head, part, false)).status).toBe(200)
    expect((await detail(water, part)).remaining.dueAt).toBe('2026-03-13T09:00:00.000Z')
  })

  it('a disputed assignment stands still until the two offices decide, and goes to the unit that they name', async () => {
    const [part = ''] = road.parts
    expect((await water.call('POST', duty(part, 'disputes'), { reason: '路灯归住建局管' })).status).toBe(200)
    expect(await detail(water, part)).toMatchObject({ paused: true })
    await test.passTo(time('2026-03-04 09:00'))
    expect((await decide(head, part, true, { unit: 'zhujian' })).body.code).toBe('permission.reach')
    expect((await decide(offices, part, true)).body.code).toBe('supervision.request.unit-needed')
    expect((await decide(offices, part, true, { unit: 'zhujian' })).status).toBe(200)
    const built = await test.as('yelong')
    expect(await detail(built, part)).toMatchObject({
      ...{ paused: false, debtor: { organisation: 'zhujian' }, acknowledgedAt: null },
      remaining: { dueAt: '2026-03-17T09:00:00.000Z' },
    })
    expect((await water.call('POST', duty(part, 'reports'), { note: '还在办' })).status).not.toBe(200)
  })

  it('a dispute after its time is refused', async () => {
    await test.passTo(time('2026-03-05 09:00'))
    const late = await water.call('POST', duty(road.parts[0] ?? '', 'disputes'), { reason: '不该我办' })
    expect(late.body.code).toBe('supervision.dispute.too-late')
  })

  it('each passing tells why, and can be contested once before the offices', async () => {
    const appeal = (level: number) => head.call('POST', duty(road.lead, 'appeals'), { level, reason: '材料已线下报送' })
    expect((await appeal(1)).body.code).toBe('supervision.appeal.no-passing')
    test.clock.set(time('2026-03-18 09:00'))
    const unswept = await detail(head, road.lead)
    expect(unswept.passings).toMatchObject([
      { level: 1, entry: null, rule: { id: 'standard', version: '1' } },
      { level: 2 },
    ])
    await test.passTo(time('2026-03-18 09:00'))
    const swept = await detail(head, road.lead)
    expect(swept.passings.map(({ at }: { at: string }) => at)).toEqual(
      unswept.passings.map(({ at }: { at: string }) => at),
    )
    expect(swept.passings[1]).toMatchObject({ holder: '两办督办科', text: expect.stringContaining('2 个工作日') })
    expect((await appeal(1)).status).toBe(200)
    expect((await decide(offices, road.lead, true)).status).toBe(200)
    expect((await appeal(1)).body.code).toBe('supervision.appeal.decided')
  })
})

describe('the ladder', () => {
  it('in force on the day of opening holds for good; a later one holds for what is opened later', async () => {
    await test.passTo(time('2026-03-25 09:00'))
    expect((await detail(head, road.lead)).level).toBe(3)
    test.clock.set(time('2026-06-02 09:00'))
    const later = await openMatter(offices, { dueAt: '2026-06-12T17:00:00+08:00' })
    await test.passTo(time('2026-06-18 09:00'))
    expect(await detail(head, later.lead)).toMatchObject({ level: 1, passings: [{ rule: { version: '2' } }] })
  })

  it('two sweepers and a restless clock record each passing once, at its computed instant', async () => {
    await Promise.all([1, 2, 3].map(() => test.passTo(time('2026-03-17 18:00'))))
    await test.passTo(time('2026-03-16 09:00'))
    await Promise.all([1, 2].map(() => test.passTo(time('2026-03-25 09:00'))))
    const rows = await test.database.asSystem(test.platform.services.jurisdiction, async (tx) => {
      const [owed] = await listDuties(tx, test.platform.services.jurisdiction, [road.lead])
      const stream = obligationStream(owed?.obligation.id ?? '')
      const story = await listStories(tx, test.platform.services.jurisdiction, [stream], owed?.obligation.told)
      return story.filter(({ kind }) => kind === 'obligations.obligation.climbed')
    })
    const instants = ['2026-03-13 17:00', '2026-03-17 17:00', '2026-03-20 17:00'].map(
      (text) => time(text).getTime() + 1,
    )
    expect(rows.map(({ at }) => at.getTime())).toEqual(instants)
  })
})

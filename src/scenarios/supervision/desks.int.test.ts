import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuildProjection } from '#platform/server/journal/index.ts'
import { plansOf } from '#platform/testing/plans.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { DeskPage } from './contract/views.ts'
import { supervisionCounty } from './fixtures/county.ts'
import { lights, type OpenedMatter, openMatter, submit } from './fixtures/matter.ts'
import { scenario } from './scenario.ts'
import { dayListSweep } from './server/day-list-sweep.ts'
import { listOpened } from './server/matter-store.ts'
import { outcomeProjection } from './server/outcome-projection.ts'
import { countOutcomes, listRecords } from './server/rates-store.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

let test: TestPlatform
let offices: Client
let head: Client
let late: OpenedMatter
let done: OpenedMatter

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: supervisionCounty, now: time('2026-03-02 09:00') })
  offices = await test.as('liufang')
  head = await test.as('zhoumin')
  late = await openMatter(offices)
  done = await openMatter(offices, { title: '河道清淤', parts: [], urgency: 'urgent', complainant: undefined })
  await submit(await test.as('lixiaoyan'), done.lead)
  await offices.call('POST', `/duties/${done.lead}/acceptance`, {})
})
afterAll(() => test.close())

describe('the list of the day', () => {
  const lists = () =>
    test.database.asOwner<{ stream: string; payload: { late: number; all: number } }>(
      `select e.stream, p.body as payload from journal.entry e join journal.payload p on p.entry_id = e.id
        where e.kind = 'supervision.day-list.told' order by e.stream`,
    )

  it('is told once a day and person, however many sweepers, and not before its hour', async () => {
    await test.passTo(time('2026-03-13 08:29'))
    const before = (await lists()).length
    test.clock.set(time('2026-03-13 08:31'))
    const sweep = dayListSweep(test.platform.services)
    const now = time('2026-03-13 08:31')
    for (let turn = 0; turn < 4; turn += 1) await Promise.all([1, 2, 3, 4].map(() => sweep.once(now, 1)))
    await test.passTo(time('2026-03-13 11:00'))
    const told = (await lists()).slice(before)
    expect(told).toHaveLength(2)
    expect(told.every(({ payload }) => payload.all === 1 && payload.late === 0)).toBe(true)
    await test.derive()
    const inbox = (await head.call('GET', '/notices')).body.notices
    expect(inbox.filter(({ zh }: { zh: string }) => zh.startsWith('今日清单：1 项'))).toHaveLength(1)
  })

  it('is not told on a day off, nor of a day that is over', async () => {
    const before = (await lists()).length
    await test.passTo(time('2026-03-14 09:00'))
    test.clock.set(time('2026-03-19 09:00'))
    await dayListSweep(test.platform.services).once(time('2026-03-18 09:00'), 10)
    expect(await lists()).toHaveLength(before)
  })
})

describe('desks', () => {
  it('the offices see everything that is owed, most urgent first, narrowed by what the address says', async () => {
    await test.passTo(time('2026-03-18 10:00'))
    const all = (await offices.call('GET', '/desk/queue')).body
    expect(all).toMatchObject({ total: 2, lines: [{ level: 2, levelName: '二级督办' }, { level: 2 }] })
    expect((await offices.call('GET', '/desk/queue?unit=shuili')).body.total).toBe(1)
    expect((await offices.call('GET', '/desk/queue?search=清淤')).body.total).toBe(0)
    expect((await offices.call('GET', '/desk/queue?late=yes&level=3')).body.total).toBe(0)
    expect((await offices.call('GET', '/desk/queue?level=ten')).body.code).toBe('input.invalid')
    const [first] = all.lines
    const one = (await offices.call('GET', '/desk/queue?limit=1')).body
    expect(one).toMatchObject({ total: 2, isMore: false, lines: [{ obligation: first.obligation }] })
    const two = (await offices.call('GET', `/desk/queue?limit=1&after=${one.next}`)).body
    expect(two).toMatchObject({ total: 2, lines: [{ obligation: all.lines[1].obligation }] })
    expect((await offices.call('GET', `/desk/queue?limit=1&after=${two.next}`)).body).toMatchObject({
      lines: [],
      next: null,
    })
    expect((await offices.call('GET', '/desk/queue?after=2_1_x')).body.code).toBe('input.invalid')
    const sheet = await offices.call('GET', '/desk/queue.xlsx')
    expect([sheet.status, sheet.type]).toEqual([200, expect.stringContaining('spreadsheetml')])
  })

  it('a head sees what the unit owes, a clerk what they and the unit owe, a leader what climbed', async () => {
    const unit = (await head.call('GET', '/desk/unit')).body
    expect(unit.lines.map((line: { page: string }) => line.page)).toEqual([`/duties/${late.lead}`])
    expect((await head.call('GET', '/desk/unit/to-accept')).body).toMatchObject({ total: 0, lines: [], next: null })
    const mine = (await (await test.as('lixiaoyan')).call('GET', '/day')).body
    expect(mine.lines.map((line: { title: string }) => line.title)).toEqual([lights.title])
    const leader = (await (await test.as('chenshumin')).call('GET', '/desk/leader')).body
    expect(leader).toMatchObject({ climbed: { total: 2 }, late: { total: 0 }, soon: { total: 0 } })
  })
})

describe('the discipline inbox', () => {
  it('gets the facts of what both levels failed to end, the complainant masked; the look is seen by the debtor', async () => {
    const officer = await test.as('wujing')
    expect((await officer.call('GET', '/escalated')).body.facts).toEqual([])
    await test.passTo(time('2026-03-23 09:00'))
    const { facts } = (await officer.call('GET', '/escalated')).body
    expect(facts).toHaveLength(2)
    const one = facts.find((fact: { debtorName: string }) => fact.debtorName === '交通局')
    const seen = (await officer.call('GET', `/escalated/${one.obligation}`)).body
    expect(JSON.stringify(seen)).not.toContain('王小明')
    expect(seen).toMatchObject({ complainantMasked: true, content: expect.stringContaining('（反映人）反映东山路') })
    expect((await officer.call('GET', `/duties/${late.lead}`)).body.code).toBe('record.unknown')
    expect((await head.call('GET', `/duties/${late.lead}`)).body.seenBy).toMatchObject([{ by: '纪检员 吴静' }])
    await test.derive()
    const [notice] = (await officer.call('GET', '/notices')).body.notices
    expect(notice.link).toMatch(/^\/escalated\//)
  })

  it('keeps what has not come to it, and what is none of its, to itself', async () => {
    const officer = await test.as('wujing')
    const [row] = await test.database.asOwner<{ id: string }>(
      'select obligation_id as id from supervision.duty where id = $1',
      [done.lead],
    )
    expect((await officer.call('GET', `/escalated/${row?.id}`)).body.code).toBe('record.unknown')
    expect((await head.call('GET', '/escalated')).body.code).toBe('permission.missing')
  })
})

describe('rates', () => {
  const months = 'from=2026-01&to=2026-03'
  const rates = async (who: Client) => (await who.call('GET', `/supervision-rates?${months}`)).body

  it('count what fell due, and each figure opens to just its records, also when told anew', async () => {
    await test.derive()
    const before = await rates(offices)
    expect(before.months).toEqual([{ month: '2026-03', due: 3, inTime: 1, extended: 0, returned: 0, passedUp: 2 }])
    expect(before.units.find((one: { unit: string }) => one.unit === 'jiaotong')).toMatchObject({
      due: 2,
      inTime: 1,
      passedUp: 1,
    })
    for (const of of ['due', 'inTime', 'extended', 'returned', 'passedUp']) {
      const { records, total, next } = (await offices.call('GET', `/supervision-rates/records?${months}&of=${of}`)).body
      expect([records.length, total, next]).toEqual([before.months[0][of], before.months[0][of], null])
    }
    const counted = (day: string) =>
      test.database.asSystem(test.platform.services.jurisdiction, (tx) =>
        countOutcomes(tx, test.platform.services.jurisdiction, {
          ...{ from: time('2026-01-01 00:00'), to: time('2026-04-01 00:00'), now: time(day) },
        }),
      )
    expect((await counted('2026-03-05 09:00')).byMonth).toMatchObject([{ due: 1, inTime: 1 }])
    expect((await counted('2026-05-05 09:00')).byMonth).toEqual((await counted('2026-03-23 09:00')).byMonth)
    await rebuildProjection(test.database, test.platform.services.jurisdiction, outcomeProjection)
    expect(await rates(offices)).toEqual(before)
  })

  it('a unit reads its own and no other', async () => {
    const own = await rates(await test.as('huyan'))
    expect(own.units.map((one: { unit: string }) => one.unit)).toEqual(['shuili'])
    const other = await (await test.as('huyan')).call(
      'GET',
      `/supervision-rates/records?${months}&of=due&unit=jiaotong`,
    )
    expect(other.body.code).toBe('permission.reach')
    expect((await offices.call('GET', '/supervision-rates?from=2026-13&to=2026-03')).status).toBe(422)
  })
})

describe('a trial of other limits', () => {
  const tryIt = (days: number, ladder = 'standard') =>
    offices.call('POST', '/ladder-trials', {
      ladder,
      levels: [
        { name: '一级督办', limit: { workingDays: days } },
        { name: '二级督办', limit: { workingDays: 3 } },
        { name: '三级督办', limit: null },
      ],
    })

  it('with the limits in force changes nothing; with longer ones fewer climb; nothing is written', async () => {
    const count = () => test.database.asOwner<{ n: number }>('select count(*)::int as n from journal.entry')
    const before = await count()
    expect((await tryIt(2)).body).toMatchObject({
      tried: 2,
      different: 0,
      levels: [{ before: 2, after: 2 }, { before: 2 }, { before: 2 }],
    })
    const longer = (await tryIt(60)).body
    expect(longer).toMatchObject({
      different: 2,
      levels: [{ after: 2 }, { before: 2, after: 0 }, { before: 2, after: 0 }],
    })
    expect(longer.list[0]).toMatchObject({
      page: expect.stringContaining('/duties/'),
      before: [{}, {}, {}],
      after: [{ level: 1 }],
    })
    expect(await count()).toEqual(before)
    const longest = {
      ladder: 'standard',
      levels: [{ name: '一级督办', limit: null }],
      after: longer.list.at(-1).obligation,
    }
    expect((await offices.call('POST', '/ladder-trials', longest)).body).toMatchObject({ tried: 0, next: null })
    expect((await tryIt(2, 'nobody')).body.code).toBe('supervision.trial.unknown-ladder')
    expect((await tryIt(0)).status).toBe(422)
    expect((await head.call('POST', '/ladder-trials', {})).body.code).toBe('permission.missing')
  })
})

it('what is listed is read by index: matters newest first, the records under each figure', async () => {
  const { jurisdiction } = test.platform.services
  const span = { from: time('2026-01-01 00:00'), to: time('2026-04-01 00:00'), now: time('2026-03-23 09:00'), limit: 9 }
  const plans = await test.database.asSystem(jurisdiction, (tx) =>
    plansOf(tx, async (all) => {
      await listOpened(all, jurisdiction, { opener: undefined, limit: 9 })
      await listOpened(all, jurisdiction, { opener: 'ducha', limit: 9 })
      await listRecords(all, jurisdiction, 'returned', span)
      await countOutcomes(all, jurisdiction, span)
    }),
  )
  const indexes = ['matter_open', 'matter_open', 'outcome_', 'tally_pkey']
  for (const [at, index] of indexes.entries()) expect(plans[at]).toContain(index)
})

describe('what waits for a judgement', () => {
  it('comes a page at a time, whatever is handed in: none twice, none left out, and its number is true', async () => {
    const dueAt = new Date(test.clock.now().getTime() + 10 * 86_400_000).toISOString()
    for (const title of ['一号闸门', '二号闸门', '三号闸门']) {
      const { lead } = await openMatter(offices, { title, dueAt, parts: [], complainant: undefined })
      await submit(await test.as('lixiaoyan'), lead)
    }
    const titles: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: DeskPage = (await offices.call('GET', `/desk/unit/to-accept?limit=2${next && `&after=${next}`}`)).body
      expect(page.total).toBe(3)
      titles.push(...page.lines.map(({ title }) => title))
      next = page.next
    }
    expect(titles.toSorted()).toEqual(['一号闸门', '三号闸门', '二号闸门'])
    expect((await offices.call('GET', '/desk/unit/to-accept?after=d_1_x')).body.code).toBe('input.invalid')
  })
})

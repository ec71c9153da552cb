import { afterAll, beforeAll, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import {
  jurisdiction,
  openObligations,
  recordObligations,
  testLadder,
  testRules,
} from '#platform/testing/obligations.ts'
import { plansOf } from '#platform/testing/plans.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { type DeskWanted, readDeskPlace, standsStill, tellDeskPlace } from './desk-wanted.ts'
import {
  applyRule,
  listHeld,
  listObligationsById,
  type ObligationRow,
  obligationOf,
  obligationSweep,
  onRecord,
  pauseClock,
  readDeskPage,
  readHeldPlace,
  returnAnswer,
  submitAnswer,
  tellHeldPlace,
} from './index.ts'

const monday = at('2026-09-21 09:00')
const days = ['2026-09-22 17:00', '2026-09-25 17:00', '2026-10-09 17:00', '2026-12-01 17:00'].map(at)
const now = at('2026-10-12 09:00')

let database: TestDatabase
let all: readonly ObligationRow[]

/** Obligations on every rung, many of one instant and each at its own; some handed in, some given back, some standing still. */
beforeAll(async () => {
  database = await testDatabase()
  const dueAt = Array.from({ length: 120 }, (_, index) => (days[index % 4] ?? 0) + (index % 3 === 0 ? index * 1000 : 0))
  const ids = await openObligations(database, dueAt, monday)
  await sweepAll(at('2026-09-24 09:00'))
  const worked = ids.filter((_, index) => index % 5 === 0)
  await database.asSystem(jurisdiction, async (tx) => {
    const rows = await listObligationsById(tx, jurisdiction, worked)
    const changed = rows.map((row, index) => {
      const [rules, moment] = [testRules, at('2026-09-24 10:00') + index]
      const apply = (change: ReturnType<typeof submitAnswer>) => unwrap(applyRule(onRecord(row), testLadder, change))
      if (index % 3 === 0) return apply({ ok: true, value: pauseClock(rules, obligationOf(row), {}, moment) })
      const handedIn = apply(submitAnswer(rules, obligationOf(row), {}, moment))
      if (index % 3 === 1) return handedIn
      return unwrap(applyRule(handedIn, testLadder, returnAnswer(rules, obligationOf(handedIn.row), {}, moment + 1000)))
    })
    await recordObligations(tx, changed, at('2026-09-24 11:00'))
  })
  await sweepAll(now)
  all = await inside((tx) => listObligationsById(tx, jurisdiction, ids))
})
afterAll(() => database.close())

const inside = <T>(read: (tx: Transaction) => Promise<T>) => database.asSystem(jurisdiction, read)

async function sweepAll(moment: number): Promise<void> {
  const sweep = obligationSweep({ jurisdiction, database, rules: () => ({ calendar, ladder: () => testLadder }) })
  while ((await sweep.once(new Date(moment), 5000)) > 0);
}

const inOrder = (one: ObligationRow, other: ObligationRow) =>
  other.level - one.level ||
  one.due_at.getTime() - other.due_at.getTime() ||
  compare(one.clock_id ?? standsStill, other.clock_id ?? standsStill) ||
  compare(one.id, other.id)
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
const isLate = (row: ObligationRow) => row.due_at < (row.paused_at ?? new Date(now))

const desks: readonly (readonly [string, Partial<DeskWanted>, (row: ObligationRow) => boolean])[] = [
  ['everything', {}, () => true],
  ['what waits for judgement', { state: 'submitted' }, (row) => row.state === 'submitted'],
  ['what has climbed', { level: 2 }, (row) => row.level >= 2],
  ['what is late', { lateAt: new Date(now) }, isLate],
  [
    'what is late and has not climbed far',
    { lateAt: new Date(now), levelBelow: 2, state: 'open' },
    (row) => isLate(row) && row.level < 2 && row.state === 'open',
  ],
  [
    'what is due between two instants',
    { dueFrom: new Date(now), dueBefore: new Date(days[3] ?? 0) },
    (row) => row.due_at.getTime() >= now && row.due_at.getTime() < (days[3] ?? 0),
  ],
  ['what a unit owes', { debtors: ['nobody', 'jiaotong'] }, () => true],
  ['what was handed in to its lead', { leads: ['fagai'], state: 'submitted' }, (row) => row.state === 'submitted'],
  ['what a title says', { search: '施工' }, () => true],
  ['what no title says', { search: '施工_' }, () => false],
]

it.each(desks)(
  '%s is read page by page in the order of urgency, each once, sorted or walked to',
  async (_, wanted, isOne) => {
    const expected = all.filter(isOne).sort(inOrder)
    for (const most of [5000, 0]) {
      const found: ObligationRow[] = []
      for (let after: DeskWanted['after'], isOver = false; !isOver; ) {
        const page = await inside((tx) => readDeskPage(tx, jurisdiction, { ...wanted, after, limit: 7 }, most))
        expect(page.count).toBe(Math.min(most, expected.length))
        found.push(...page.rows)
        const last = page.rows[6]
        isOver = last === undefined
        after = last && readDeskPlace(tellDeskPlace(last))
      }
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    }
  },
)

it('the obligations of the test stand on every rung, on clocks of their own and shared ones, and on none', () => {
  expect(new Set(all.map(({ level }) => level)).size).toBeGreaterThanOrEqual(3)
  expect(new Set(all.map((row) => (row.clock_id === null ? 'none' : row.clock_shared ? 'shared' : 'own'))).size).toBe(3)
})

it('who holds a rung reads what reached it, latest first, page by page', async () => {
  for (const holder of ['fagai', 'ducha', 'jiwei'])
    for (const most of [5000, 0]) {
      const expected = all.filter((row) => row.level > 0 && row.holder_organisation === holder)
      const found: ObligationRow[] = []
      for (let last: ObligationRow | undefined, isOver = false; !isOver; ) {
        const after = last && readHeldPlace(tellHeldPlace(last))
        const rows = await inside((tx) => listHeld(tx, jurisdiction, { holder, after, limit: 7, most }))
        found.push(...rows)
        last = rows[6]
        isOver = last === undefined
      }
      expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
      const reached = found.map(({ level_at }) => level_at?.getTime() ?? 0)
      expect(reached).toEqual([...reached].sort((one, other) => other - one))
    }
})

it('a page of many is read by the indexes of the order of urgency, never by looking at all that is owed', async () => {
  const plans = await inside((tx) => plansOf(tx, (all) => readDeskPage(all, jurisdiction, { limit: 7 }, 0)))
  expect(plans[1]).toContain('owed_standing')
  expect(plans[1]).toContain('clock_order')
  expect(plans[1]).toContain('owed_clock')
})

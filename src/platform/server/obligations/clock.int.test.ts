import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson, type JsonObject } from '#platform/kernel/canonical-json.ts'
import { listStories } from '#platform/server/journal/index.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import {
  jurisdiction,
  openObligations,
  recordObligations,
  sealedStories,
  testLadder,
  testRules,
} from '#platform/testing/obligations.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import {
  applyRule,
  levelInstants,
  listHeld,
  listObligationsById,
  type ObligationRow,
  obligationOf,
  obligationStream,
  obligationSweep,
  onRecord,
  submitAnswer,
} from './index.ts'

const rules = testRules
const ladder = testLadder
const monday = at('2026-09-21 09:00')
const friday = at('2026-09-25 17:00')

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const sweep = (now: number, limit = 5000) =>
  obligationSweep({ jurisdiction, database, rules: () => ({ calendar, ladder: () => ladder }) }).once(
    new Date(now),
    limit,
  )

const sweepAll = async (now: number) => {
  while ((await sweep(now)) > 0);
}

/** Opens so many; gives their ids. */
const open = (count: number, dueAt = friday, now = monday) => openObligations(database, Array(count).fill(dueAt), now)

const read = (ids: readonly string[]): Promise<ObligationRow[]> =>
  database.asSystem(jurisdiction, (tx) => listObligationsById(tx, jurisdiction, ids))

/** Submits as a command does: decided anew where it was overtaken. */
async function submit(id: string, now: number): Promise<void> {
  for (;;) {
    try {
      return await database.asSystem(jurisdiction, async (tx) => {
        const [row] = await listObligationsById(tx, jurisdiction, [id])
        if (row === undefined) throw new Error('it is not there')
        const applied = applyRule(onRecord(row), ladder, submitAnswer(rules, obligationOf(row), {}, now))
        if (applied.ok) await recordObligations(tx, [applied.value], now)
      })
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error
    }
  }
}

it('thousands that fall due at one instant climb at it, each once, told in few entries that read as one for each', async () => {
  const ids = await open(1200)
  expect(await sweep(friday)).toBe(0)
  const swept: number[] = []
  while (swept.at(-1) !== 0) swept.push(await sweep(friday + 60_000))
  expect(swept.reduce((sum, clocks) => sum + clocks, 0)).toBeLessThanOrEqual(16)
  const [first] = levelInstants(calendar, ladder, friday)
  const rows = await read(ids)
  expect(rows).toHaveLength(1200)
  for (const row of rows)
    expect(row).toMatchObject({ level: 1, level_at: new Date(first ?? 0), holder_organisation: 'fagai', version: 2 })
  const held = (by: string) =>
    database.asSystem(jurisdiction, (tx) => listHeld(tx, jurisdiction, { holder: by, limit: 9999 }))
  expect(await held('fagai')).toHaveLength(1200)
  expect(await held('ducha')).toEqual([])
  const stories = await sealedStories(database)
  for (const id of ids) {
    const [opened, climbed, ...more] = stories.get(obligationStream(id)) ?? []
    expect(more).toEqual([])
    expect(opened).toMatchObject({ version: 1, kind: 'obligations.obligation.opened' })
    expect(climbed).toMatchObject({ version: 2, kind: 'obligations.obligation.climbed', at: new Date(first ?? 0) })
    expect(climbed?.payload).toMatchObject({ level: 1, about: { title: '完成施工许可', lead: 'fagai' } })
  }
  expect([...stories.keys()].filter((stream) => stream.startsWith('journal.together/'))).toEqual([])
})

it('what tells of many is under the proof as any other payload', async () => {
  await open(3, friday + 1000)
  await sweepAll(friday + 60_000)
  const rows = await database.asOwner<{ salt: Buffer; body: JsonObject; payload_digest: Buffer }>(
    `select p.salt, p.body, e.payload_digest from journal.entry e join journal.payload p on p.entry_id = e.id
      where e.stream like 'journal.together/%'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { salt, body, payload_digest } of rows) {
    const bytes = Buffer.concat([salt, Buffer.from(canonicalJson(body))])
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes))).toEqual(payload_digest)
  }
})

it('whoever answers in the moment of the sweep either climbed before or did not, and the record says the same as the state', async () => {
  for (let round = 0; round < 3; round += 1) {
    const dueAt = friday + 7200_000 + round * 1000
    const ids = await open(40, dueAt)
    const answering = ids.filter((_, index) => index % 2 === 0)
    await Promise.all([
      ...[1, 2, 3].map(() => sweep(dueAt + 5000, 4)),
      ...answering.map((id, index) => submit(id, dueAt + (index % 4 === 0 ? -1000 : 6000))),
      sweep(dueAt + 5000, 4),
    ])
    await sweepAll(dueAt + 5000)
    for (const row of await read(ids)) {
      const story = await database.asSystem(jurisdiction, (tx) =>
        listStories(tx, jurisdiction, [obligationStream(row.id)], row.told),
      )
      const kinds = story.map(({ kind }) => kind.split('.')[2])
      expect(story.map(({ version }) => version).sort()).toEqual(story.map((_, index) => index + 1))
      expect(row.version).toBe(story.length)
      expect(row.level).toBe(kinds.filter((kind) => kind === 'climbed').length)
      expect(row.state).toBe(answering.includes(row.id) ? 'submitted' : 'open')
      for (const { kind, at: instant } of story) if (kind.endsWith('climbed')) expect(instant.getTime()).toBe(dueAt + 1)
    }
  }
})

it('one that is opened for an instant that its clock has passed already, after the machine’s time jumped back, climbs by its own', async () => {
  const dueAt = friday + 3600_000
  await open(40, dueAt)
  await sweepAll(dueAt + 1000)
  const ids = await open(40, dueAt, dueAt - 3600_000)
  const opened = await read(ids)
  expect(opened.every(({ level }) => level === 0)).toBe(true)
  expect(opened.some(({ clock_shared }) => !clock_shared)).toBe(true)
  await sweepAll(dueAt + 1000)
  for (const row of await read(ids)) expect(row).toMatchObject({ level: 1, version: 2 })
})

it('a clock that nothing runs by any more is cleared away when its time comes', async () => {
  const dueAt = friday + 10_800_000
  const ids = await open(20, dueAt)
  for (const id of ids) await submit(id, dueAt - 1000)
  const count = () => database.asOwner('select 1 from obligations.clock where due_at = $1', [new Date(dueAt)])
  expect(await count()).not.toEqual([])
  await sweepAll(dueAt + 1000)
  expect(await count()).toEqual([])
  for (const row of await read(ids)) expect(row).toMatchObject({ level: 0, state: 'submitted', version: 2 })
})

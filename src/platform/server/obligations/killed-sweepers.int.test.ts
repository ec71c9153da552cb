import { type ChildProcess, fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { openObligations, sealedStories, testLadder } from '#platform/testing/obligations.ts'
import { at, testCalendar } from '#platform/testing/work-calendar.ts'
import { levelInstants, obligationStream } from './index.ts'

/*
 * Obligations that fall due one after the other, a millisecond apart, swept by processes of their own that are killed (SIGKILL) in the
 * middle of their work and replaced. First two processes climb the first rung, then four the second.
 */
const monday = at('2026-09-21 09:00')
const friday = at('2026-09-25 17:00')
const count = 1500
const deadlines = Array.from({ length: count }, (_, n) => friday + n)
const instants = deadlines.map((dueAt) => levelInstants(testCalendar, testLadder, dueAt))
const sweeper = join(import.meta.dirname, '..', '..', 'testing', 'sweeper.process.ts')

let database: TestDatabase
let ids: string[]
beforeAll(async () => {
  database = await testDatabase()
  ids = await openObligations(database, deadlines, monday)
})
afterAll(() => database.close())

it.each([
  { processes: 2, level: 1, wanted: 4 },
  { processes: 4, level: 2, wanted: 4 },
])(
  '$processes sweepers that are killed at random points let everything climb to rung $level at its instant, once',
  async ({ processes, level, wanted }) => {
    const now = Math.max(...instants.map((levels) => levels[level - 1] ?? 0))
    const kills = await sweepUnderFire(processes, wanted, { level, now })
    expect(kills).toBeGreaterThanOrEqual(wanted)
    const stories = await sealedStories(database)
    const told = ids.map((id) =>
      (stories.get(obligationStream(id)) ?? []).map(({ version, kind, at: when }) => [
        version,
        kind.split('.')[2],
        when,
      ]),
    )
    const expected = instants.map((levels) => [
      [1, 'opened', new Date(monday)],
      ...levels.slice(0, level).map((instant, index) => [index + 2, 'climbed', new Date(instant)]),
    ])
    expect(told).toEqual(expected)
    expect(await standing(level)).toBe(count)
  },
  180_000,
)

/** Keeps so many sweepers at work, kills as many as are wanted, and waits until all is done; gives how many were killed at work. */
async function sweepUnderFire(
  processes: number,
  wanted: number,
  { level, now }: { readonly level: number; readonly now: number },
): Promise<number> {
  const isDone = async () => (await standing(level)) === count
  let kills = 0
  const lane = async () => {
    while (!(await isDone())) {
      const child = fork(sweeper, [database.appUrl, String(now)], {
        execArgv: ['--disable-warning=ExperimentalWarning'],
      })
      await once(child, 'message')
      await sleep(randomInt(10, 150))
      while (kills >= wanted && !(await isDone())) await sleep(50)
      if (!(await isDone())) kills += 1
      await kill(child)
    }
  }
  await Promise.all(Array.from({ length: processes }, lane))
  return kills
}

/** Kills a process that has not ended by itself. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
}

/** How many stand on a rung. */
async function standing(level: number): Promise<number> {
  const sql = 'select count(*)::int as count from obligations.obligation where level = $1 and version = $1 + 1'
  const [row] = await database.asOwner<{ count: number }>(sql, [level])
  return row?.count ?? 0
}

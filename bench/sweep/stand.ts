import { unwrap } from '#platform/kernel/result.ts'
import { applyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { obligationSweep } from '#platform/server/obligations/index.ts'
import { testCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { testServiceParts } from '#platform/testing/service-parts.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'

/** A county with open obligations. */
export type Stand = {
  readonly database: TestDatabase
  /** Opens so many obligations, all due in the far future. */
  fill(count: number): Promise<void>
  /** Lets so many fall due and climb; gives how many a second. Throws where one was missed or climbed twice. */
  climbsPerSecond(count: number): Promise<number>
  /** One look when nothing is due. */
  poll(): Promise<void>
}

const now = new Date('2026-03-02T09:00:00+08:00')
const sweepers = 2
const batch = 500

/** Opens the county. */
export async function openStand(files: string): Promise<Stand> {
  const database = await testDatabase()
  const pack = testCounty(projectsCounty)
  unwrap(await applyPack(database, pack, now))
  const jurisdiction = pack.county.id
  const rules = await readCountyRules(database, jurisdiction)
  const { version } = rules.ladder('standard')
  const services = {
    jurisdiction,
    database,
    clock: { now: () => now },
    files: openFileFolder(files),
    rules: () => rules,
    pageOf: () => '/',
    ...testServiceParts(),
  }
  const sweep = obligationSweep(services)
  const sweepAll = async () => {
    let climbed = 0
    for (let found = -1; found !== 0; climbed += found) found = await sweep.once(now, batch)
    return climbed
  }
  return {
    database,
    fill: async (count) => {
      await database.asOwner(
        `insert into obligations.obligation (jurisdiction_id, id, kind, subject, title, debtor_organisation, lead_organisation, state,
            opened_at, due_at, ladder, ladder_version, calendar_version, changed_at, next_due_at, version)
          select $1, gen_random_uuid(), 'bench', 'bench.thing/' || n, '完成施工许可', 'jiaotong', 'fagai', 'open', $2, $3, 'standard', $4, $5, $2, $3, 1
          from generate_series(1, ${count}) n`,
        [
          jurisdiction,
          new Date('2026-01-05T09:00:00+08:00'),
          new Date('2030-01-07T09:00:00+08:00'),
          version,
          rules.calendar.version,
        ],
      )
      await database.asOwner('vacuum analyze obligations.obligation')
    },
    climbsPerSecond: async (count) => {
      await database.asOwner(
        `update obligations.obligation set due_at = $1, next_due_at = $1 where id in (
          select id from obligations.obligation where level = 0 and next_due_at > $2 limit ${count})`,
        [new Date(now.getTime() - 60_000), now],
      )
      const started = performance.now()
      const climbed = await Promise.all(Array.from({ length: sweepers }, sweepAll))
      const seconds = (performance.now() - started) / 1000
      const all = climbed.reduce((sum, one) => sum + one, 0)
      if (all !== count) throw new Error(`${all} of ${count} climbed`)
      return count / seconds
    },
    poll: async () => void (await sweep.once(now, batch)),
  }
}

import { unwrap } from '#platform/kernel/result.ts'
import { applyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { openDatabase } from '#platform/server/database/index.ts'
import { obligationSweep } from '#platform/server/obligations/index.ts'
import { testCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'

/**
 * How deadlines lie: those of a day at its end, as a county has them; each obligation at an instant of its own; or all at the same
 * minute, by as many clocks as share one.
 */
export type Deadlines = 'together' | 'apart' | 'one-minute'

/** A county with open obligations. */
export type Stand = {
  readonly database: TestDatabase
  /** Opens so many obligations, all due in the far future. */
  fill(count: number): Promise<void>
  /** Lets so many fall due and climb; gives how many a second. Throws where one was missed, climbed twice or at another instant. */
  climbsPerSecond(count: number, deadlines: Deadlines): Promise<number>
  /** Lets so many fall due, each at an instant of its own, to be climbed by jobs of somebody else's queue. */
  fallDue(count: number): Promise<void>
  /** The work of that many jobs: so many climb. */
  climb(count: number): Promise<void>
  /** One look when nothing is due. */
  poll(): Promise<void>
}

const now = new Date('2026-03-02T09:00:00+08:00')
const dueAt = new Date('2026-03-02T08:00:00+08:00')
const farAway = new Date('2030-01-07T09:00:00+08:00')
const sweepers = 2
const batch = 500
/** Obligations that end on one day, in the far future. */
const aDay = 1000
const atOnce = 200_000
/** So many clocks share the obligations of one instant. */
const lanes = 16

/** Opens the county. */
export async function openStand(): Promise<Stand> {
  const database = await testDatabase()
  const pack = testCounty(projectsCounty)
  unwrap(await applyPack(database, pack, now))
  const jurisdiction = pack.county.id
  const rules = await readCountyRules(database, jurisdiction)
  const { version } = rules.ladder('standard')
  // each sweeper is a process of its own in the county, and has a pool of its own here
  const pools = Array.from({ length: sweepers }, () => openDatabase({ url: database.appUrl, connections: 2 }))
  const sweeps = pools.map((pool) => obligationSweep({ jurisdiction, database: pool, rules: () => rules }))
  const jobs = obligationSweep({ jurisdiction, database, rules: () => rules })
  const open = async (from: number, count: number, due: Date, deadlines: Deadlines) => {
    const clocks = { apart: 'n', together: `n / ${aDay}`, 'one-minute': `$5 + n % ${lanes}` }[deadlines]
    await database.asOwner(
      `with made as materialized (
          select n, ${uuid('n', 7)} as id, ${clocks} as clock, $2::timestamptz - make_interval(secs => (${clocks}) % 1000 * 0.001) as due_at
          from generate_series($5::int, $5 + $6 - 1) n
        ), clocks as (
          insert into obligations.clock (jurisdiction_id, id, shared, ladder, ladder_version, due_at, level, changed_at, next_due_at)
          select distinct on (clock) $1, ${uuid('clock', 8)}, true, 'standard', $3, due_at, 0, due_at, due_at + interval '1 ms' from made
        )
        insert into obligations.owed (jurisdiction_id, id, kind, subject, title, debtor_organisation, lead_organisation, state,
          opened_at, due_at, ladder, ladder_version, calendar_version, changed_at, clock_id, version)
        select $1, id, 'bench', 'bench.thing/' || n, '完成施工许可', 'jiaotong', 'fagai', 'open', timestamptz '2026-01-05 09:00+08', due_at,
          'standard', $3, $4, timestamptz '2026-01-05 09:00+08', ${uuid('clock', 8)}, 1 from made`,
      [jurisdiction, due, version, rules.calendar.version, from, count],
    )
  }
  let opened = 1_000_000_000
  return {
    database: {
      ...database,
      close: async () => {
        await Promise.all(pools.map((pool) => pool.close()))
        await database.close()
      },
    },
    fill: async (count) => {
      for (let made = 0; made < count; made += atOnce)
        await open(made, Math.min(atOnce, count - made), farAway, 'together')
      await database.asOwner('vacuum analyze obligations.owed')
      await database.asOwner('vacuum analyze obligations.clock')
    },
    climbsPerSecond: async (count, deadlines) => {
      await open(opened, count, dueAt, deadlines)
      const from = opened
      opened += count
      const started = performance.now()
      await Promise.all(
        sweeps.map(async (sweep) => {
          while ((await sweep.once(now, sweep.batch ?? batch)) > 0);
        }),
      )
      const seconds = (performance.now() - started) / 1000
      await assertClimbed(database, from, count)
      return count / seconds
    },
    fallDue: async (count) => {
      await open(opened, count, dueAt, 'apart')
      opened += count
    },
    climb: async (count) => {
      const climbed = await jobs.once(now, count)
      if (climbed !== count) throw new Error(`${climbed} of ${count} climbed`)
    },
    poll: async () => void (await sweeps[0]?.once(now, batch)),
  }
}

/** A UUID of a number, ordered as the numbers are. */
function uuid(number: string, version: 7 | 8): string {
  return `(lpad(to_hex(${number}), 12, '0') || '${version}' || '000a' || substr(md5(${number}::text), 1, 15))::uuid`
}

/** By the state and by the record: each climbed once, a millisecond after its deadline. */
async function assertClimbed(database: TestDatabase, from: number, count: number): Promise<void> {
  const [row] = await database.asOwner<{ stands: number; told: number; rightly: number }>(
    `with told as materialized (
        select m ->> 0 as id, (m ->> 1)::int + (s ->> 'after')::int as version, (s ->> 'at')::timestamptz as at
        from journal.payload p, jsonb_array_elements(p.body -> 'steps') s, jsonb_array_elements(s -> 'members') m
        where p.body ? 'steps')
      select count(*) filter (where o.level = 1 and o.version = 2)::int as stands, sum(t.n)::int as told,
        count(*) filter (where t.n = 1 and t.version = o.version and t.at = o.due_at + interval '1 ms' and t.at = o.level_at)::int as rightly
      from obligations.obligation o
      left join (select id, count(*) as n, min(version) as version, min(at) as at from told group by id) t on t.id = o.id::text
      where o.subject in (select 'bench.thing/' || n from generate_series($1::int, $1 + $2 - 1) n)`,
    [from, count],
  )
  if (row?.stands !== count || row.told !== count || row.rightly !== count)
    throw new Error(`of ${count} due, ${JSON.stringify(row)}`)
}

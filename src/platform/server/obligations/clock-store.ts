import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Clocks, NewClock } from './clock.ts'

/** A clock whose time has come. Instants are numbers: thousands of dates would cost more than the climbing. */
export type DueClock = {
  readonly id: string
  readonly ladder: string
  readonly ladder_version: string
  readonly due_at: Instant
  readonly level: number
  readonly level_at: Instant | null
  readonly changed_at: Instant
  readonly climbs: number
}

const instant = (column: string) => `round(date_part('epoch', ${column}) * 1000) as ${column}`

/** Locks clocks that have something to pass by `now`, earliest first; those that a command or another sweep holds are passed over. */
export function lockDueClocks(
  tx: Transaction,
  jurisdiction: string,
  { now, shared, limit }: { readonly now: Date; readonly shared: boolean; readonly limit: number },
): Promise<DueClock[]> {
  return tx.prepared<DueClock>(
    `obligations.lock-due-clocks-${shared ? 'shared' : 'alone'}`,
    `select c.id, c.ladder, c.ladder_version, ${instant('due_at')}, c.level, ${instant('level_at')}, ${instant('changed_at')}, c.climbs
      from obligations.clock c where c.jurisdiction_id = $1 and c.shared = ${shared} and c.next_due_at <= $2
      order by c.next_due_at limit $3 for update skip locked`,
    [jurisdiction, now, limit],
  )
}

/** Locks clocks that have climbed and will climb on, after an id, by id: what is left of their way depends on the calendar. */
export function lockLateClocks(
  tx: Transaction,
  jurisdiction: string,
  after: string,
  limit: number,
): Promise<(DueClock & { readonly next_due_at: Instant })[]> {
  return tx.prepared(
    'obligations.lock-late-clocks',
    `select c.id, c.ladder, c.ladder_version, ${instant('due_at')}, c.level, ${instant('level_at')}, ${instant('changed_at')}, c.climbs,
        ${instant('next_due_at')}
      from obligations.clock c where c.jurisdiction_id = $1 and c.level > 0 and c.next_due_at is not null and c.id > $2
      order by c.id limit $3 for update`,
    [jurisdiction, after, limit],
  )
}

/** Obligations that run by one clock and may be read by the same. */
export type Running = {
  readonly clock: string
  readonly readers: readonly string[] | null
  readonly count: number
  /** `[["<id>",<version>],…]`: each with its own version, as text for the record. */
  readonly members: string
}

/** The obligations of clocks that the transaction holds: read by a statement after the one that locked. */
export function listRunning(tx: Transaction, jurisdiction: string, clocks: readonly string[]): Promise<Running[]> {
  return tx.prepared<Running>(
    'obligations.list-running',
    `select clock_id as clock, readers, count(*)::int as count,
        '[["' || string_agg(id || '",' || version, '],["') || ']]' as members
      from obligations.owed where jurisdiction_id = $1 and clock_id = any($2::uuid[])
      group by clock_id, readers`,
    [jurisdiction, clocks],
  )
}

/** A clock after what it passed. */
export type PassedClock = DueClock & {
  readonly holder: string | null
  readonly nextDueAt: Instant | null
  /** The entries that tell what it passed now. */
  readonly told: readonly string[]
}

/** Writes clocks as the rules left them. */
export function saveClocks(jurisdiction: string, clocks: readonly PassedClock[]): Statement {
  return {
    name: 'obligations.save-clocks',
    text: `update obligations.clock c set level = s.level, level_at = s.level_at, holder_organisation = s.holder, changed_at = s.changed_at,
        climbs = s.climbs, next_due_at = s.next_due_at, told = c.told || s.told::uuid[]
      from unnest($2::uuid[], $3::smallint[], $4::timestamptz[], $5::text[], $6::timestamptz[], $7::smallint[], $8::timestamptz[],
        $9::text[]) as s (id, level, level_at, holder, changed_at, climbs, next_due_at, told)
      where c.jurisdiction_id = $1 and c.id = s.id`,
    values: [
      jurisdiction,
      clocks.map((one) => one.id),
      clocks.map((one) => one.level),
      clocks.map((one) => written(one.level_at)),
      clocks.map((one) => one.holder),
      clocks.map((one) => written(one.changed_at)),
      clocks.map((one) => one.climbs),
      clocks.map((one) => written(one.nextDueAt)),
      clocks.map((one) => `{${one.told.join(',')}}`),
    ],
  }
}

const written = (at: Instant | null) => (at === null ? null : new Date(at).toISOString())

/** Deletes clocks that nothing runs by any more. */
export function deleteClocks(jurisdiction: string, ids: readonly string[]): Statement {
  return {
    name: 'obligations.delete-clocks',
    text: 'delete from obligations.clock where jurisdiction_id = $1 and id = any($2::uuid[])',
    values: [jurisdiction, ids],
  }
}

/** Starts clocks; a shared one that others have started runs already. */
export function startClocks(jurisdiction: string, clocks: readonly NewClock[]): Statement {
  return {
    name: 'obligations.start-clocks',
    text: `insert into obligations.clock (jurisdiction_id, id, shared, ladder, ladder_version, due_at, level, level_at, holder_organisation,
        changed_at, next_due_at)
      select distinct on (s.id) $1, s.id, s.shared, s.ladder, s.ladder_version, s.due_at, s.level, s.level_at, s.holder_organisation,
        s.changed_at, s.next_due_at
      from jsonb_to_recordset($2::jsonb) as s(id uuid, shared boolean, ladder text, ladder_version text, due_at timestamptz,
        level smallint, level_at timestamptz, holder_organisation text, changed_at timestamptz, next_due_at timestamptz)
      order by s.id on conflict (jurisdiction_id, id) do nothing`,
    values: [jurisdiction, JSON.stringify(clocks)],
    together: { rows: clocks, of: (rows) => startClocks(jurisdiction, rows as readonly NewClock[]) },
  }
}

/** What an obligation is written with: its own clock, and the one that it joins. */
export function runningBy(clocks: Clocks | undefined) {
  return { runs_by: clocks?.own.id, joins: clocks?.joins?.id, next_due_at: clocks?.own.next_due_at }
}

/** The columns of `runningBy`, for a record set. */
export const runningColumns = 'runs_by uuid, joins uuid, next_due_at timestamptz'

/**
 * Common table expressions for statements that write obligations `s`: they hold the shared clocks of parameter `n` against every sweep, and
 * start a clock for each of those whose shared one has passed something already.
 */
export function joiningCtes(n: number): string {
  return `
    held as materialized (
      select c.id from obligations.clock c
      where c.jurisdiction_id = $1 and c.id = any($${n}::uuid[]) and c.climbs = 0 order by c.id for share
    ), alone as (
      insert into obligations.clock (jurisdiction_id, id, shared, ladder, ladder_version, due_at, level, changed_at, next_due_at)
      select $1, s.runs_by, false, s.ladder, s.ladder_version, s.due_at, 0, s.changed_at, s.next_due_at
      from s where s.joins is not null and s.joins not in (select id from held)
    )`
}

/** The clock that an obligation `s` runs by, after `joiningCtes`. */
export const clockOf = 'case when s.joins in (select id from held) then s.joins else s.runs_by end'

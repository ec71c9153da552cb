import type { Transaction } from '#platform/server/database/index.ts'

/** What one entry tells of an obligation's outcome. */
export type OutcomeTold = {
  readonly obligation: string
  readonly version: number
  readonly kind?: string
  readonly subject?: string
  readonly title?: string
  readonly unit?: string
  readonly due_at?: string
  readonly readers?: readonly string[] | null
  readonly opened_at?: Date
  readonly submitted_at?: Date
  readonly answered_at?: Date
  readonly withdrawn_at?: Date
  readonly extended?: number
  readonly returned?: number
  readonly level?: number
  readonly pardoned?: number
  readonly ladder?: string | undefined
  readonly ladder_version?: string | undefined
  /** What somebody did, as `[event, instant, what the rules need of it]`. */
  readonly act?: readonly [string, number, unknown]
}

/** Throws all outcomes of the jurisdiction away, before they are told anew. */
export async function clearOutcomes(tx: Transaction): Promise<void> {
  await Promise.all(
    ['outcome', 'tally'].map((table) =>
      tx.query(`delete from supervision.${table} where jurisdiction_id = access.jurisdiction()`),
    ),
  )
}

/** Adds what entries tell, each obligation's together, and brings the sums up to what the outcomes are then. */
export async function tellOutcomes(tx: Transaction, told: readonly OutcomeTold[]): Promise<void> {
  await tx.prepared(
    'supervision.tell-outcomes',
    `with told as (select * from jsonb_to_recordset($1::jsonb) as t(obligation uuid, version int, kind text, subject text,
        title text, unit text, due_at timestamptz, readers text[], opened_at timestamptz, submitted_at timestamptz,
        answered_at timestamptz, withdrawn_at timestamptz, extended int, returned int, level int, pardoned int,
        ladder text, ladder_version text, act jsonb)),
      summed as (select obligation, max(version) as version, max(opened_at) as opened_at, max(submitted_at) as submitted_at,
          max(answered_at) as answered_at, max(withdrawn_at) as withdrawn_at, coalesce(sum(extended), 0) as extended,
          coalesce(sum(returned), 0) as returned, coalesce(max(level), 0) as level, coalesce(sum(pardoned), 0) as pardoned,
          max(ladder) as ladder, max(ladder_version) as ladder_version,
          coalesce(jsonb_object_agg(version, act) filter (where act is not null), '{}') as acts
        from told group by obligation),
      latest as (select distinct on (obligation) * from told where version > 0 order by obligation, version desc),
      known as (select ${summed} from supervision.outcome o
        where o.jurisdiction_id = access.jurisdiction() and o.obligation_id in (select obligation from told)),
      kept as (insert into supervision.outcome as o (jurisdiction_id, obligation_id, kind, subject, title, unit, opened_at, due_at,
        told_version, submitted_at, answered_at, withdrawn_at, extended, returned, level, pardoned, readers, ladder,
        ladder_version, acts)
      select access.jurisdiction(), s.obligation, coalesce(l.kind, ''), coalesce(l.subject, ''), coalesce(l.title, ''),
        coalesce(l.unit, ''), coalesce(s.opened_at, l.due_at, 'epoch'), coalesce(l.due_at, 'epoch'), s.version, s.submitted_at,
        s.answered_at, s.withdrawn_at, s.extended, s.returned, s.level, s.pardoned, l.readers,
        coalesce(s.ladder, ''), coalesce(s.ladder_version, ''), s.acts
      from summed s left join latest l on l.obligation = s.obligation
    on conflict (jurisdiction_id, obligation_id) do update set
      kind = case when excluded.kind = '' then o.kind else excluded.kind end,
      subject = case when excluded.subject = '' then o.subject else excluded.subject end,
      title = case when excluded.told_version > o.told_version then excluded.title else o.title end,
      unit = case when excluded.told_version > o.told_version then excluded.unit else o.unit end,
      due_at = case when excluded.told_version > o.told_version then excluded.due_at else o.due_at end,
      readers = case when excluded.told_version > o.told_version then excluded.readers else o.readers end,
      told_version = greatest(o.told_version, excluded.told_version),
      submitted_at = greatest(o.submitted_at, excluded.submitted_at),
      answered_at = greatest(o.answered_at, excluded.answered_at),
      withdrawn_at = greatest(o.withdrawn_at, excluded.withdrawn_at),
      extended = o.extended + excluded.extended, returned = o.returned + excluded.returned,
      level = greatest(o.level, excluded.level), pardoned = o.pardoned + excluded.pardoned,
      ladder = case when excluded.ladder = '' then o.ladder else excluded.ladder end,
      ladder_version = case when excluded.ladder_version = '' then o.ladder_version else excluded.ladder_version end,
      acts = o.acts || excluded.acts
    returning ${summed})
    insert into supervision.tally as t (jurisdiction_id, grain, period, unit, answered, label, readers, due, in_time, extended,
        returned, passed_up)
      select access.jurisdiction(), g.grain, date_trunc(g.grain, o.day)::date as period, unit, answered, label, readers, sum(sign),
        sum(sign * in_time), sum(sign * extended), sum(sign * returned), sum(sign * passed_up)
      from (select -1 as sign, * from known union all select 1, * from kept) o, (values ('day'), ('month')) as g(grain)
      where not withdrawn
      group by g.grain, period, unit, answered, label, readers
      having (sum(sign), sum(sign * in_time), sum(sign * extended), sum(sign * returned), sum(sign * passed_up)) <> (0, 0, 0, 0, 0)
    on conflict (jurisdiction_id, grain, period, unit, answered, label) do update set due = t.due + excluded.due,
      in_time = t.in_time + excluded.in_time, extended = t.extended + excluded.extended,
      returned = t.returned + excluded.returned, passed_up = t.passed_up + excluded.passed_up`,
    [JSON.stringify(told)],
  )
}

const one = (test: string) => `(${test})::int`

/** The cell that an outcome is counted in, and what it adds to each sum. */
const summed = `(o.due_at at time zone 'Asia/Shanghai')::date as day, o.unit, o.answered_at is not null as answered,
  coalesce(array_to_string(o.readers, ','), '') as label, o.readers, o.withdrawn_at is not null as withdrawn,
  ${one('o.answered_at is not null and o.submitted_at <= o.due_at')} as in_time, ${one('o.extended > 0')} as extended,
  ${one('o.returned > 0')} as returned, ${one('o.level > o.pardoned')} as passed_up`

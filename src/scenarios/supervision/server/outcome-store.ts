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
}

/** How an obligation went. */
export type OutcomeRow = {
  readonly obligation_id: string
  readonly kind: string
  readonly subject: string
  readonly title: string
  readonly unit: string
  readonly opened_at: Date
  readonly due_at: Date
  readonly answered_at: Date | null
  readonly level: number
}

/** Throws all outcomes of the jurisdiction away, before they are told anew. */
export async function clearOutcomes(tx: Transaction): Promise<void> {
  await tx.query('delete from supervision.outcome where jurisdiction_id = access.jurisdiction()')
}

/** Adds what entries tell, each obligation's together. */
export async function tellOutcomes(tx: Transaction, told: readonly OutcomeTold[]): Promise<void> {
  await tx.prepared(
    'supervision.tell-outcomes',
    `with told as (select * from jsonb_to_recordset($1::jsonb) as t(obligation uuid, version int, kind text, subject text,
        title text, unit text, due_at timestamptz, readers text[], opened_at timestamptz, submitted_at timestamptz,
        answered_at timestamptz, withdrawn_at timestamptz, extended int, returned int, level int, pardoned int)),
      summed as (select obligation, max(version) as version, max(opened_at) as opened_at, max(submitted_at) as submitted_at,
          max(answered_at) as answered_at, max(withdrawn_at) as withdrawn_at, coalesce(sum(extended), 0) as extended,
          coalesce(sum(returned), 0) as returned, coalesce(max(level), 0) as level, coalesce(sum(pardoned), 0) as pardoned
        from told group by obligation),
      latest as (select distinct on (obligation) * from told where version > 0 order by obligation, version desc)
    insert into supervision.outcome as o (jurisdiction_id, obligation_id, kind, subject, title, unit, opened_at, due_at,
        told_version, submitted_at, answered_at, withdrawn_at, extended, returned, level, pardoned, readers)
      select access.jurisdiction(), s.obligation, coalesce(l.kind, ''), coalesce(l.subject, ''), coalesce(l.title, ''),
        coalesce(l.unit, ''), coalesce(s.opened_at, l.due_at, 'epoch'), coalesce(l.due_at, 'epoch'), s.version, s.submitted_at,
        s.answered_at, s.withdrawn_at, s.extended, s.returned, s.level, s.pardoned, l.readers
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
      level = greatest(o.level, excluded.level), pardoned = o.pardoned + excluded.pardoned`,
    [JSON.stringify(told)],
  )
}

/** What is asked of outcomes: what fell due between two instants, of some units. */
export type OutcomesWanted = {
  readonly from: Date
  readonly to: Date
  /** What is not due yet counts once it is answered. */
  readonly now: Date
  /** All where left out. */
  readonly units?: readonly string[] | undefined
}

/** Sums by unit or month. */
export type OutcomeCounts = {
  readonly key: string
  readonly due: number
  readonly inTime: number
  readonly extended: number
  readonly returned: number
  readonly passedUp: number
}

/** The rates and what each of them counts; records and sums are chosen by the same words. */
const counted = {
  due: 'true',
  inTime: 'o.answered_at is not null and o.submitted_at <= o.due_at',
  extended: 'o.extended > 0',
  returned: 'o.returned > 0',
  passedUp: 'o.level > o.pardoned',
} as const

const chosen = `o.jurisdiction_id = $1 and o.due_at >= $2 and o.due_at < $3 and o.withdrawn_at is null
  and ($4::text[] is null or o.unit = any($4)) and (o.due_at <= $5 or o.answered_at is not null)`

/** Counts what fell due, by unit and by month, in one look at all of it. */
export async function countOutcomes(
  tx: Transaction,
  jurisdiction: string,
  { from, to, units, now }: OutcomesWanted,
): Promise<{ readonly byUnit: readonly OutcomeCounts[]; readonly byMonth: readonly OutcomeCounts[] }> {
  const sums = Object.entries(counted).map(([name, test]) => `count(*) filter (where ${test})::int as "${name}"`)
  const rows = await tx.prepared<OutcomeCounts & { readonly isUnit: boolean }>(
    'supervision.count-outcomes',
    `select coalesce(unit, to_char(month, 'YYYY-MM')) as key, unit is not null as "isUnit", ${sums.join(', ')}
      from (select o.*, date_trunc('month', o.due_at at time zone 'Asia/Shanghai') as month
        from supervision.outcome o where ${chosen}) o
      group by grouping sets ((unit), (month)) order by 1`,
    [jurisdiction, from, to, units ?? null, now],
  )
  const those = (wanted: boolean) => rows.filter(({ isUnit }) => isUnit === wanted).map(({ isUnit: _, ...row }) => row)
  return { byUnit: those(true), byMonth: those(false) }
}

/** The records under one figure, latest due first, at most `limit`. */
export function listOutcomes(
  tx: Transaction,
  jurisdiction: string,
  of: keyof typeof counted,
  { from, to, units, now }: OutcomesWanted,
  limit: number,
): Promise<OutcomeRow[]> {
  return tx.prepared<OutcomeRow>(
    `supervision.list-outcomes-${of}`,
    `select o.obligation_id, o.kind, o.subject, o.title, o.unit, o.opened_at, o.due_at, o.answered_at, o.level
      from supervision.outcome o where ${chosen} and ${counted[of]} order by o.due_at desc, o.obligation_id limit $6`,
    [jurisdiction, from, to, units ?? null, now, limit],
  )
}

/** Obligations opened since an instant, those after an id, for going through all of them piece by piece. */
export function listOpenedSince(
  tx: Transaction,
  jurisdiction: string,
  since: Date,
  after: string,
  limit: number,
): Promise<OutcomeRow[]> {
  return tx.prepared<OutcomeRow>(
    'supervision.list-opened-since',
    `select o.obligation_id, o.kind, o.subject, o.title, o.unit, o.opened_at, o.due_at, o.answered_at, o.level
      from supervision.outcome o where o.jurisdiction_id = $1 and o.opened_at >= $2 and o.obligation_id > $3
      order by o.obligation_id limit $4`,
    [jurisdiction, since, after, limit],
  )
}

import type { InstantPlace } from '#platform/kernel/instant-place.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** What is asked of outcomes: what fell due from a month's first day to another's, of some units. */
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

/** The rates, what each of them counts of the records, and the sum that holds it. */
const counted = {
  due: { test: 'true', sum: 'due' },
  inTime: { test: 'o.answered_at is not null and o.submitted_at <= o.due_at', sum: 'in_time' },
  extended: { test: 'o.extended > 0', sum: 'extended' },
  returned: { test: 'o.returned > 0', sum: 'returned' },
  passedUp: { test: 'o.level > o.pardoned', sum: 'passed_up' },
} as const

/** The day of an instant parameter in Asia/Shanghai. */
const dayOf = (parameter: string) => `(${parameter}::timestamptz at time zone 'Asia/Shanghai')::date`

/** The first of the month of an instant parameter. */
const monthOf = (parameter: string) => `date_trunc('month', ${dayOf(parameter)})::date`

/** What fell due before today by the sums, answered or not; what does today or later, where it is answered: this month by its days. */
const summed = `select t.unit, t.period as day, ${Object.values(counted)
  .map(({ sum }) => `t.${sum}`)
  .join(', ')}
  from supervision.tally t where t.jurisdiction_id = $1 and t.period >= ${dayOf('$2')} and t.period < ${dayOf('$3')}
    and ($4::text[] is null or t.unit = any($4))
    and (t.grain = 'month' and t.period <> ${monthOf('$5')} and (t.period < ${dayOf('$5')} or t.answered)
      or t.grain = 'day' and t.period >= ${monthOf('$5')} and t.period < ${monthOf('$5')} + interval '1 month'
        and (t.period < ${dayOf('$5')} or t.answered))`

/** What has fallen due today by now and is not answered, one by one. */
const dueToday = `select o.unit, ${dayOf('o.due_at')} as day, ${Object.values(counted)
  .map(({ test, sum }) => `(${test})::int as ${sum}`)
  .join(', ')}
  from supervision.outcome o where o.jurisdiction_id = $1 and o.withdrawn_at is null and o.answered_at is null
    and o.due_at >= ${dayOf('$5')}::timestamp at time zone 'Asia/Shanghai' and o.due_at <= $5 and o.due_at >= $2 and o.due_at < $3
    and ($4::text[] is null or o.unit = any($4))`

/** Counts what fell due, by unit and by month. */
export async function countOutcomes(
  tx: Transaction,
  jurisdiction: string,
  { from, to, units, now }: OutcomesWanted,
): Promise<{ readonly byUnit: readonly OutcomeCounts[]; readonly byMonth: readonly OutcomeCounts[] }> {
  const sums = Object.entries(counted).map(([name, { sum }]) => `sum(${sum})::int as "${name}"`)
  const rows = await tx.prepared<OutcomeCounts & { readonly isUnit: boolean }>(
    'supervision.count-outcomes',
    `select coalesce(unit, to_char(month, 'YYYY-MM')) as key, unit is not null as "isUnit", ${sums.join(', ')}
      from (select s.*, date_trunc('month', s.day) as month from (${summed} union all ${dueToday}) s) s
      group by grouping sets ((unit), (month)) having sum(due) > 0 order by 1`,
    [jurisdiction, from, to, units ?? null, now],
  )
  const those = (wanted: boolean) => rows.filter(({ isUnit }) => isUnit === wanted).map(({ isUnit: _, ...row }) => row)
  return { byUnit: those(true), byMonth: those(false) }
}

/** A record under a figure. */
export type RecordRow = {
  readonly obligation_id: string
  readonly subject: string
  readonly title: string
  readonly unit: string
  readonly due_at: Date
  readonly answered_at: Date | null
  readonly level: number
}

const afterAll = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** The records under one figure, latest due first, at most `limit` after a place. */
export function listRecords(
  tx: Transaction,
  jurisdiction: string,
  of: keyof typeof counted,
  {
    from,
    to,
    units,
    now,
    after,
    limit,
  }: OutcomesWanted & { readonly after?: InstantPlace | undefined; readonly limit: number },
): Promise<RecordRow[]> {
  const { at, id } = after ?? afterAll
  const ofUnits = units ? 'and o.unit = any($8)' : ''
  return tx.prepared<RecordRow>(
    `supervision.list-records-${of}${units ? '-of-units' : ''}`,
    `select o.obligation_id, o.subject, o.title, o.unit, o.due_at, o.answered_at, o.level from supervision.outcome o
      where o.jurisdiction_id = $1 and o.due_at >= $2 and o.due_at < $3 and o.withdrawn_at is null
        and (o.due_at <= $4 or o.answered_at is not null) and (o.due_at, o.obligation_id) < ($5::timestamptz, $6::uuid)
        and ${counted[of].test} ${ofUnits}
      order by o.due_at desc, o.obligation_id desc limit $7`,
    [jurisdiction, from, to, now, at, id, limit, ...(units ? [units] : [])],
  )
}

import type { Transaction } from '#platform/server/database/index.ts'
import type { Act } from '../domain/trial.ts'

/** An obligation that was late, or is, and what people did about it by version. */
export type LateRow = {
  readonly obligation_id: string
  readonly subject: string
  readonly title: string
  readonly unit: string
  readonly ladder_version: string
  readonly acts: Readonly<Record<string, Act>>
}

/** Which obligations a trial goes through: those opened under a ladder since an instant, after an id. */
export type Tried = { readonly ladder: string; readonly since: Date; readonly after: string }

/** Those that have climbed, or are late and open, by id. */
export function listLate(
  tx: Transaction,
  jurisdiction: string,
  { ladder, since, after }: Tried,
  now: Date,
  limit: number,
): Promise<LateRow[]> {
  return tx.prepared<LateRow>(
    'supervision.list-late',
    `select o.obligation_id, o.subject, o.title, o.unit, o.ladder_version, o.acts from supervision.outcome o
      where o.jurisdiction_id = $1 and o.ladder = $2 and o.opened_at >= $3 and o.obligation_id > $4
        and (o.level > 0 or (o.answered_at is null and o.withdrawn_at is null and o.due_at < $5))
      order by o.obligation_id limit $6`,
    [jurisdiction, ladder, since, after, now, limit],
  )
}

/** How many there are up to an id, late or not. */
export async function countTried(
  tx: Transaction,
  jurisdiction: string,
  { ladder, since, after }: Tried,
  upTo: string,
): Promise<number> {
  const [row] = await tx.prepared<{ readonly count: number }>(
    'supervision.count-tried',
    `select count(*)::int as count from supervision.outcome o where o.jurisdiction_id = $1 and o.ladder = $2
      and o.opened_at >= $3 and o.obligation_id > $4 and o.obligation_id <= $5`,
    [jurisdiction, ladder, since, after, upTo],
  )
  return row?.count ?? 0
}

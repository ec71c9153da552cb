import type { Transaction } from '#platform/server/database/index.ts'
import { type LookUpRow, lookUpColumns } from './look-up-row.ts'

/** Looks at one person or enterprise, the last first; from before an instant where one pages on. */
export function listLooksAt(
  tx: Transaction,
  jurisdiction: string,
  asked: { readonly subject: Buffer; readonly before: Date; readonly limit: number },
): Promise<LookUpRow[]> {
  return tx.prepared<LookUpRow>(
    'data-hub.list-looks-at',
    `select ${lookUpColumns} from data_hub.look_up l where l.jurisdiction_id = $1 and l.subject_hash = $2 and l.asked_at < $3
      order by l.asked_at desc, l.id desc limit $4`,
    [jurisdiction, asked.subject, asked.before, asked.limit],
  )
}

/** What the record of look-ups is searched by. */
export type LooksWanted = {
  /** The organisations that asked or whose data was asked for; undefined for all. */
  readonly organisations: readonly string[] | undefined
  /** Datasets of those organisations. */
  readonly owned: readonly string[]
  readonly dataset: string | undefined
  readonly state: string | undefined
  readonly before: Date
  readonly limit: number
}

/** Look-ups, the last first. */
export function listLooks(tx: Transaction, jurisdiction: string, wanted: LooksWanted): Promise<LookUpRow[]> {
  return tx.prepared<LookUpRow>(
    'data-hub.list-looks',
    `select ${lookUpColumns} from data_hub.look_up l where l.jurisdiction_id = $1 and l.asked_at < $2
      and ($3::text[] is null or l.organisation = any($3) or l.dataset = any($4))
      and ($5::text is null or l.dataset = $5) and ($6::text is null or l.state = $6)
      order by l.asked_at desc, l.id desc limit $7`,
    [
      ...[jurisdiction, wanted.before, wanted.organisations ?? null, wanted.owned],
      ...[wanted.dataset ?? null, wanted.state ?? null, wanted.limit],
    ],
  )
}

/** Look-ups of each dataset since an instant, by how they ended. */
export function countLooks(
  tx: Transaction,
  jurisdiction: string,
  since: Date,
  dataset?: string,
): Promise<{ dataset: string; day: string; state: string; count: number }[]> {
  return tx.query(
    `select dataset, to_char(asked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, state, count(*)::int as count
      from data_hub.look_up where jurisdiction_id = $1 and asked_at >= $2 and ($3::text is null or dataset = $3) group by 1, 2, 3`,
    [jurisdiction, since, dataset ?? null],
  )
}

/** How many look-ups wait for a department. */
export async function countWaiting(tx: Transaction, jurisdiction: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from data_hub.look_up where jurisdiction_id = $1 and next_at is not null',
    [jurisdiction],
  )
  return row?.count ?? 0
}

/** How a dataset was last answered, and last not. */
export type LastLooks = {
  readonly dataset: string
  readonly answered_at: Date | null
  readonly milliseconds: number | null
  readonly troubled_at: Date | null
  readonly reason: string | null
}

/** The last answer and the last trouble of datasets, whichever process asked. */
export function listLastLooks(
  tx: Transaction,
  jurisdiction: string,
  datasets: readonly string[],
): Promise<LastLooks[]> {
  return tx.prepared<LastLooks>(
    'data-hub.last-looks',
    `select d.dataset, a.ended_at as answered_at, t.asked_at as troubled_at, t.reason,
        (extract(epoch from a.ended_at - a.asked_at) * 1000)::float8 as milliseconds
      from unnest($2::text[]) as d(dataset)
      left join lateral (
        select ended_at, asked_at from data_hub.look_up
        where jurisdiction_id = $1 and dataset = d.dataset and state in ('answered', 'not-found') order by asked_at desc limit 1
      ) a on true
      left join lateral (
        select asked_at, reason from data_hub.look_up
        where jurisdiction_id = $1 and dataset = d.dataset and state in ('waiting', 'wrong', 'gave-up') order by asked_at desc limit 1
      ) t on true`,
    [jurisdiction, datasets],
  )
}

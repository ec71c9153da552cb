import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A dispute as it is stored. */
export type DisputeRow = {
  readonly id: string
  readonly look_up_id: string
  readonly dataset: string
  readonly field: string
  readonly owner: string
  readonly subject_hash: Buffer
  readonly statement: Buffer
  readonly raised_at: Date
  readonly raised_by: string
  readonly obligation_id: string
  readonly state: 'open' | 'corrected' | 'upheld'
  readonly answer: string | null
  readonly answered_at: Date | null
  readonly version: number
}

const columns = `id, look_up_id, dataset, field, owner, subject_hash, statement, raised_at, raised_by, obligation_id, state, answer,
  answered_at, version`

/** Puts a dispute on record. */
export function insertDispute(jurisdiction: string, row: DisputeRow): Statement {
  return {
    name: 'data-hub.insert-dispute',
    text: `insert into data_hub.dispute (jurisdiction_id, ${columns})
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      ...[jurisdiction, row.id, row.look_up_id, row.dataset, row.field, row.owner, row.subject_hash, row.statement],
      ...[row.raised_at, row.raised_by, row.obligation_id, row.state, row.answer, row.answered_at, row.version],
    ],
  }
}

/** Writes the answer of the owner. */
export function answerDisputeRow(jurisdiction: string, row: DisputeRow): Statement {
  return {
    name: 'data-hub.answer-dispute',
    text: `update data_hub.dispute set state = $3, answer = $4, answered_at = $5, version = $6
      where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, row.id, row.state, row.answer, row.answered_at, row.version],
  }
}

export async function findDispute(tx: Transaction, jurisdiction: string, id: string): Promise<DisputeRow | undefined> {
  const [row] = await tx.query<DisputeRow>(
    `select ${columns} from data_hub.dispute where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** Whether a field of a person is disputed already. */
export async function findOpenDispute(
  tx: Transaction,
  jurisdiction: string,
  about: { readonly subject: Buffer; readonly dataset: string; readonly field: string },
): Promise<DisputeRow | undefined> {
  const [row] = await tx.query<DisputeRow>(
    `select ${columns} from data_hub.dispute
      where jurisdiction_id = $1 and subject_hash = $2 and dataset = $3 and field = $4 and state = 'open'`,
    [jurisdiction, about.subject, about.dataset, about.field],
  )
  return row
}

/** Disputes, the last first: of owners and askers where some are named, of one person where one is. */
export function listDisputes(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly organisations?: readonly string[] | undefined; readonly subject?: Buffer | undefined },
): Promise<DisputeRow[]> {
  return tx.query<DisputeRow>(
    `select ${columns} from data_hub.dispute where jurisdiction_id = $1
      and ($2::text[] is null or owner = any($2) or raised_by = any($2)) and ($3::bytea is null or subject_hash = $3)
      order by raised_at desc limit 200`,
    [jurisdiction, wanted.organisations ?? null, wanted.subject ?? null],
  )
}

/** How many disputes wait for an answer. */
export async function countOpenDisputes(tx: Transaction, jurisdiction: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from data_hub.dispute where jurisdiction_id = $1 and state = 'open'`,
    [jurisdiction],
  )
  return row?.count ?? 0
}

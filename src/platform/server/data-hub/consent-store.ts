import type { Transaction } from '#platform/server/database/index.ts'

/** A consent as it is stored. */
export type ConsentRow = {
  readonly id: string
  readonly subject_hash: Buffer
  readonly case_id: string
  readonly datasets: readonly string[]
  readonly given_at: Date
  readonly ends_at: Date
  readonly given_by: string
  readonly withdrawn_at: Date | null
  readonly version: number
}

const columns = 'id, subject_hash, case_id, datasets, given_at, ends_at, given_by, withdrawn_at, version'

/** Keeps a consent; a repeat of its id leaves the first. */
export async function insertConsent(tx: Transaction, jurisdiction: string, row: ConsentRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into data_hub.consent (jurisdiction_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (jurisdiction_id, id) do nothing returning id`,
    [
      ...[jurisdiction, row.id, row.subject_hash, row.case_id, row.datasets, row.given_at, row.ends_at, row.given_by],
      ...[row.withdrawn_at, row.version],
    ],
  )
  return rows.length === 1
}

/** Consents by id. */
export function listConsents(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<ConsentRow[]> {
  return tx.prepared<ConsentRow>(
    'data-hub.list-consents',
    `select ${columns} from data_hub.consent where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** The consents that people gave for cases, the last first; none of them is withdrawn before this transaction ends. */
export function listConsentsFor(
  tx: Transaction,
  jurisdiction: string,
  of: { readonly subjects: readonly Buffer[]; readonly cases: readonly string[] },
): Promise<ConsentRow[]> {
  return tx.prepared<ConsentRow>(
    'data-hub.list-consents-for',
    `select ${columns} from data_hub.consent where jurisdiction_id = $1 and subject_hash = any($2) and case_id = any($3)
      order by given_at desc for share`,
    [jurisdiction, of.subjects, of.cases],
  )
}

/** Consents of a person, the last first. */
export function listConsentsOf(tx: Transaction, jurisdiction: string, subject: Buffer): Promise<ConsentRow[]> {
  return tx.prepared<ConsentRow>(
    'data-hub.list-consents-of',
    `select ${columns} from data_hub.consent where jurisdiction_id = $1 and subject_hash = $2 order by given_at desc limit 200`,
    [jurisdiction, subject],
  )
}

/** Locks and gives a consent that is to be withdrawn. */
export async function lockConsent(tx: Transaction, jurisdiction: string, id: string): Promise<ConsentRow | undefined> {
  const [row] = await tx.query<ConsentRow>(
    `select ${columns} from data_hub.consent where jurisdiction_id = $1 and id = $2 for update`,
    [jurisdiction, id],
  )
  return row
}

/** Withdraws a consent. */
export async function withdrawConsentRow(tx: Transaction, jurisdiction: string, id: string, at: Date): Promise<void> {
  await tx.query(
    `update data_hub.consent set withdrawn_at = $3, version = version + 1 where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id, at],
  )
}

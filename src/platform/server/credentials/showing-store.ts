import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** How something is shown: a QR for minutes, a text for as long as the holder said, a printed paper. */
export const ways = ['code', 'link', 'paper'] as const
export type Way = (typeof ways)[number]

/** A showing as it is kept. */
export type ShowingRow = {
  readonly id: string
  readonly credential_id: string
  readonly holder: string
  readonly readers: readonly string[]
  readonly fields: readonly string[]
  readonly audience: string | null
  readonly nonce: string
  readonly way: Way
  readonly made_at: Date
  readonly until: Date
  readonly withdrawn_at: Date | null
  readonly version: number
}

const columns =
  'id, credential_id, holder, readers, fields, audience, nonce, way, made_at, until, withdrawn_at, version'

/** A showing that the transaction may see. */
export async function findShowing(tx: Transaction, jurisdiction: string, id: string): Promise<ShowingRow | undefined> {
  const [row] = await tx.prepared<ShowingRow>(
    'credentials.find-showing',
    `select ${columns} from credentials.showing where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** The showings of a credential, the latest first. */
export function listShowings(tx: Transaction, jurisdiction: string, credential: string): Promise<ShowingRow[]> {
  return tx.prepared<ShowingRow>(
    'credentials.list-showings',
    `select ${columns} from credentials.showing where jurisdiction_id = $1 and credential_id = $2
      order by made_at desc limit 200`,
    [jurisdiction, credential],
  )
}

/** Puts a showing on record. */
export function insertShowing(jurisdiction: string, row: Omit<ShowingRow, 'withdrawn_at' | 'version'>): Statement {
  return {
    name: 'credentials.insert-showing',
    text: `insert into credentials.showing (jurisdiction_id, id, credential_id, holder, readers, fields, audience, nonce, way,
        made_at, until, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)`,
    values: [
      ...[jurisdiction, row.id, row.credential_id, row.holder, row.readers, row.fields, row.audience, row.nonce],
      ...[row.way, row.made_at, row.until],
    ],
  }
}

/** Takes a showing back. */
export function withdrawShowing(jurisdiction: string, id: string, at: Date): Statement {
  return {
    name: 'credentials.withdraw-showing',
    text: `update credentials.showing set withdrawn_at = $3, version = version + 1
      where jurisdiction_id = $1 and id = $2 and withdrawn_at is null`,
    values: [jurisdiction, id, at],
  }
}

/** A verification that came by the platform. */
export type LookRow = {
  readonly id: string
  readonly credential_id: string
  readonly showing_id: string | null
  readonly readers: readonly string[]
  readonly at: Date
  readonly state: string
  readonly verifier: string | null
}

/** Puts a verification on record. */
export async function insertLook(tx: Transaction, jurisdiction: string, row: LookRow): Promise<void> {
  await tx.prepared(
    'credentials.insert-look',
    `insert into credentials.look (jurisdiction_id, id, credential_id, showing_id, readers, at, state, verifier)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...[jurisdiction, row.id, row.credential_id, row.showing_id, row.readers, row.at, row.state, row.verifier]],
  )
}

/** Who verified a credential, the latest first. */
export function listLooks(tx: Transaction, jurisdiction: string, credential: string): Promise<LookRow[]> {
  return tx.prepared<LookRow>(
    'credentials.list-looks',
    `select id, credential_id, showing_id, readers, at, state, verifier from credentials.look
      where jurisdiction_id = $1 and credential_id = $2 order by at desc limit 200`,
    [jurisdiction, credential],
  )
}

/** How often a showing was verified before. */
export async function countLooks(
  tx: Transaction,
  jurisdiction: string,
  credential: string,
  showing: string,
): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    'credentials.count-looks',
    `select count(*)::int as count from credentials.look
      where jurisdiction_id = $1 and credential_id = $2 and showing_id = $3`,
    [jurisdiction, credential, showing],
  )
  return row?.count ?? 0
}

import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Standing } from './domain/standing.ts'
import type { Marked } from './status-list.ts'

/** A credential as it is kept. */
export type CredentialRow = {
  readonly id: string
  readonly type_id: string
  readonly type_version: number
  readonly number: string
  readonly holder: string
  readonly issuer: string
  readonly readers: readonly string[]
  readonly document: Buffer
  readonly digest: Buffer
  readonly suite: string
  readonly status_list: string
  readonly status_index: number
  readonly issued_at: Date
  readonly valid_from: Date
  readonly valid_until: Date | null
  readonly standing: Standing
  readonly standing_at: Date | null
  readonly standing_reason: string | null
  readonly origin: string | null
  readonly version: number
}

const columns = `id, type_id, type_version, number, holder, issuer, readers, document, digest, suite, status_list, status_index,
  issued_at, valid_from, valid_until, standing, standing_at, standing_reason, origin, version`

/** A credential that the transaction may see. */
export async function findCredential(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<CredentialRow | undefined> {
  const [row] = await tx.prepared<CredentialRow>(
    'credentials.find',
    `select ${columns} from credentials.credential where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** The credentials of a holder, the latest first. */
export function listOfHolder(tx: Transaction, jurisdiction: string, holder: string): Promise<CredentialRow[]> {
  return tx.prepared<CredentialRow>(
    'credentials.of-holder',
    `select ${columns} from credentials.credential where jurisdiction_id = $1 and holder = $2
      order by issued_at desc, id desc limit 500`,
    [jurisdiction, holder],
  )
}

/** What staff look for: by number, by the hash of an identity number, by type; the latest first. */
export type Sought = {
  readonly number?: string | undefined
  readonly holderHash?: Buffer | undefined
  readonly type?: string | undefined
  readonly standing?: Standing | undefined
  readonly limit: number
}

/** The credentials of issuers that are sought; `issuers` undefined reaches all that the transaction may see. */
export function searchCredentials(
  tx: Transaction,
  jurisdiction: string,
  issuers: readonly string[] | undefined,
  sought: Sought,
): Promise<CredentialRow[]> {
  return tx.prepared<CredentialRow>(
    'credentials.search',
    `select ${columns} from credentials.credential
      where jurisdiction_id = $1 and ($2::text[] is null or issuer = any($2)) and ($3::text is null or number = $3)
        and ($4::bytea is null or holder_hash = $4) and ($5::text is null or type_id = $5)
        and ($6::text is null or standing = $6)
      order by issued_at desc, id desc limit $7`,
    [
      ...[jurisdiction, issuers ?? null, sought.number ?? null, sought.holderHash ?? null, sought.type ?? null],
      ...[sought.standing ?? null, sought.limit],
    ],
  )
}

/** Which of some places in a list are free. */
export async function findFreePlace(
  tx: Transaction,
  jurisdiction: string,
  list: string,
  candidates: readonly number[],
): Promise<number | undefined> {
  const [row] = await tx.prepared<{ place: number }>(
    'credentials.free-place',
    `select place from unnest($3::int[]) as place where not exists (select from credentials.credential c
      where c.jurisdiction_id = $1 and c.status_list = $2 and c.status_index = place) limit 1`,
    [jurisdiction, list, candidates],
  )
  return row?.place
}

/** Puts a credential on record. */
export function insertCredential(
  jurisdiction: string,
  row: Omit<CredentialRow, 'standing_at' | 'standing_reason'> & { readonly holderHash: Buffer | null },
): Statement {
  return {
    name: 'credentials.insert',
    text: `insert into credentials.credential (jurisdiction_id, id, type_id, type_version, number, holder, holder_hash, issuer,
        readers, document, digest, suite, status_list, status_index, issued_at, valid_from, valid_until, standing, origin, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    values: [
      ...[jurisdiction, row.id, row.type_id, row.type_version, row.number, row.holder, row.holderHash, row.issuer],
      ...[row.readers, row.document, row.digest, row.suite, row.status_list, row.status_index],
      ...[row.issued_at, row.valid_from, row.valid_until, row.standing, row.origin, row.version],
    ],
  }
}

/** Writes how a credential stands from now on. */
export function setStanding(
  jurisdiction: string,
  { id, version }: Pick<CredentialRow, 'id' | 'version'>,
  { standing, at, reason }: { readonly standing: Standing; readonly at: Date; readonly reason: string },
): Statement {
  return {
    name: 'credentials.set-standing',
    text: `update credentials.credential set standing = $4, standing_at = $5, standing_reason = $6, version = $3 + 1
      where jurisdiction_id = $1 and id = $2 and version = $3`,
    values: [jurisdiction, id, version, standing, at, reason],
  }
}

/** The places of a list that are not plainly valid. For the system alone. */
export function listMarked(tx: Transaction, jurisdiction: string, list: string): Promise<Marked[]> {
  return tx.prepared<Marked>(
    'credentials.marked',
    `select status_index as index, standing from credentials.credential
      where jurisdiction_id = $1 and status_list = $2 and standing <> 'valid'`,
    [jurisdiction, list],
  )
}

/** Credentials whose validity has ended and whose end is not on record; each is locked. */
export function leaseEnded(
  tx: Transaction,
  jurisdiction: string,
  now: Date,
  limit: number,
): Promise<Pick<CredentialRow, 'id' | 'type_id' | 'number' | 'readers' | 'version' | 'valid_until'>[]> {
  return tx.prepared(
    'credentials.lease-ended',
    `select id, type_id, number, readers, version, valid_until from credentials.credential
      where jurisdiction_id = $1 and ended_at is null and standing <> 'revoked' and valid_until <= $2
      order by valid_until limit $3 for update skip locked`,
    [jurisdiction, now, limit],
  )
}

/** Puts on record that their validity has ended. */
export async function setEnded(tx: Transaction, jurisdiction: string, ids: readonly string[], at: Date): Promise<void> {
  await tx.prepared(
    'credentials.set-ended',
    `update credentials.credential set ended_at = $3, version = version + 1
      where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [jurisdiction, ids, at],
  )
}

/** When the next credential ends whose end is not on record. */
export async function findNextEnd(tx: Transaction, jurisdiction: string): Promise<Date | undefined> {
  const [row] = await tx.prepared<{ valid_until: Date }>(
    'credentials.next-end',
    `select valid_until from credentials.credential
      where jurisdiction_id = $1 and ended_at is null and standing <> 'revoked' and valid_until is not null
      order by valid_until limit 1`,
    [jurisdiction],
  )
  return row?.valid_until
}

/** How many credentials there are, by standing. */
export function countCredentials(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly standing: Standing; readonly count: number }[]> {
  return tx.query(
    `select standing, count(*)::int as count from credentials.credential where jurisdiction_id = $1 group by standing`,
    [jurisdiction],
  )
}

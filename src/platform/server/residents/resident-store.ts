import type { PersonId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import { rowsAsJson, type Transaction } from '#platform/server/database/index.ts'

/** A resident as kept: phone and identity number sealed, and found by their hashes. */
export type ResidentRow = {
  readonly id: PersonId
  /** That of the stream `residents.resident/<id>`. */
  readonly version: number
  /** Null until it was checked. */
  readonly name: string | null
  readonly phone_sealed: Buffer | null
  readonly phone_hash: Buffer | null
  readonly identity_sealed: Buffer | null
  readonly identity_hash: Buffer | null
  readonly verified_at: Date | null
  readonly verified_by: 'register' | 'window' | 'provider' | null
  readonly synthetic: boolean
  readonly valid_from: Date
  readonly valid_to: Date | null
}

const columns = `id, version, name, phone_sealed, phone_hash, identity_sealed, identity_hash, verified_at, verified_by, synthetic,
  valid_from, valid_to`

/** A resident by id, one who has left included. */
export function findResidentRow(tx: Transaction, jurisdiction: string, id: string): Promise<ResidentRow | undefined> {
  return tx.one<ResidentRow>(
    'residents.find',
    `select ${columns} from residents.resident where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [jurisdiction],
    id,
  )
}

/** Whoever has this phone now. */
export async function findByPhone(
  tx: Transaction,
  jurisdiction: string,
  phoneHash: Buffer,
): Promise<ResidentRow | undefined> {
  const [row] = await tx.prepared<ResidentRow>(
    'residents.find-by-phone',
    `select ${columns} from residents.resident where jurisdiction_id = $1 and phone_hash = $2 and valid_to is null`,
    [jurisdiction, phoneHash],
  )
  return row
}

/** Whoever has this identity number. */
export async function findByIdentity(
  tx: Transaction,
  jurisdiction: string,
  identityHash: Buffer,
): Promise<ResidentRow | undefined> {
  const [row] = await tx.prepared<ResidentRow>(
    'residents.find-by-identity',
    `select ${columns} from residents.resident where jurisdiction_id = $1 and identity_hash = $2 and valid_to is null`,
    [jurisdiction, identityHash],
  )
  return row
}

/** Makes others who want to register the same identity wait until this transaction ends. */
export async function lockIdentity(tx: Transaction, jurisdiction: string, identityHash: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `resident-identity ${jurisdiction} ${identityHash.toString('hex')}`,
  ])
}

/** Puts a resident into the register. */
export function insertResident(jurisdiction: string, row: ResidentRow): Statement {
  return insertResidents(jurisdiction, [row])
}

function insertResidents(jurisdiction: string, rows: readonly ResidentRow[]): Statement {
  return {
    name: 'residents.insert',
    text: `insert into residents.resident (jurisdiction_id, ${columns})
      select $1, ${columns} from jsonb_to_recordset($2::jsonb) as r(id uuid, version int, name text, phone_sealed bytea,
        phone_hash bytea, identity_sealed bytea, identity_hash bytea, verified_at timestamptz, verified_by text, synthetic boolean,
        valid_from timestamptz, valid_to timestamptz)`,
    values: [jurisdiction, rowsAsJson(rows)],
    together: { rows, of: (all) => insertResidents(jurisdiction, all as readonly ResidentRow[]) },
  }
}

/** Writes a resident anew; the version before it was read in the same transaction. */
export function updateResident(jurisdiction: string, row: ResidentRow): Statement {
  return {
    name: 'residents.update',
    text: `update residents.resident set version = $3, name = $4, phone_sealed = $5, phone_hash = $6, identity_sealed = $7,
        identity_hash = $8, verified_at = $9, verified_by = $10, synthetic = $11, valid_from = $12, valid_to = $13
      where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, ...valuesOf(row)],
  }
}

/** Takes one of the checks that a resident has in a time; false where they are used up. Those that come at once wait for each other. */
export async function takeCheck(
  tx: Transaction,
  jurisdiction: string,
  asked: { readonly resident: string; readonly since: Date; readonly at: Date; readonly most: number },
): Promise<boolean> {
  const { resident, since, at, most } = asked
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `resident-check ${jurisdiction} ${resident}`,
  ])
  const rows = await tx.query(
    `insert into residents.check_attempt (jurisdiction_id, resident_id, at)
      select $1, $2, greatest($3::timestamptz, max(at) + interval '1 millisecond') from residents.check_attempt
        where jurisdiction_id = $1 and resident_id = $2 having count(*) filter (where at > $4) < $5
      returning 1`,
    [jurisdiction, resident, at, since, most],
  )
  return rows.length === 1
}

/** How far the story of a resident's sign-ins has come. */
export async function findAccessVersion(tx: Transaction, jurisdiction: string, stream: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from journal.entry where jurisdiction_id = $1 and stream = $2',
    [jurisdiction, stream],
  )
  return row?.version ?? 0
}

/** How many residents there are, and how many of them were checked. */
export async function countResidents(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly residents: number; readonly verified: number }> {
  const [row] = await tx.query<{ residents: number; verified: number }>(
    `select count(*)::int as residents, count(verified_at)::int as verified from residents.resident
      where jurisdiction_id = $1 and valid_to is null`,
    [jurisdiction],
  )
  return row ?? { residents: 0, verified: 0 }
}

function valuesOf(row: ResidentRow): readonly unknown[] {
  return [
    ...[row.id, row.version, row.name, row.phone_sealed, row.phone_hash, row.identity_sealed, row.identity_hash],
    ...[row.verified_at, row.verified_by, row.synthetic, row.valid_from, row.valid_to],
  ]
}

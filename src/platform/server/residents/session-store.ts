import type { PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A resident's session as it is kept; its token is not. */
export type ResidentSessionRow = {
  readonly id: string
  readonly resident: PersonId
  readonly beganAt: Date
  readonly seenAt: Date
  readonly endsAt: Date
  readonly address: string
  readonly device: string
}

const columns = `id, resident_id as resident, began_at as "beganAt", seen_at as "seenAt", ends_at as "endsAt", address, device`

/** Begins a session. */
export async function insertSession(
  tx: Transaction,
  jurisdiction: string,
  session: ResidentSessionRow & { readonly tokenHash: Buffer },
): Promise<void> {
  const { tokenHash, id, resident, beganAt, seenAt, endsAt, address, device } = session
  await tx.query(
    `insert into auth.resident_session (jurisdiction_id, token_hash, id, resident_id, began_at, seen_at, ends_at, address, device)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdiction, tokenHash, id, resident, beganAt, seenAt, endsAt, address, device],
  )
}

/** The session of a token, unless it was ended. */
export async function findSession(
  tx: Transaction,
  jurisdiction: string,
  tokenHash: Buffer,
): Promise<ResidentSessionRow | undefined> {
  const [row] = await tx.prepared<ResidentSessionRow>(
    'auth.find-resident-session',
    `select ${columns} from auth.resident_session where jurisdiction_id = $1 and token_hash = $2 and ended_at is null`,
    [jurisdiction, tokenHash],
  )
  return row
}

/** The sessions of a resident that are open, newest first. */
export function listSessions(
  tx: Transaction,
  jurisdiction: string,
  resident: PersonId,
  now: Date,
): Promise<ResidentSessionRow[]> {
  return tx.query<ResidentSessionRow>(
    `select ${columns} from auth.resident_session
      where jurisdiction_id = $1 and resident_id = $2 and ended_at is null and ends_at > $3 order by began_at desc, id`,
    [jurisdiction, resident, now],
  )
}

/** Notes that a session was used. */
export async function touchSession(tx: Transaction, jurisdiction: string, id: string, seenAt: Date): Promise<void> {
  await tx.prepared(
    'auth.touch-resident-session',
    `update auth.resident_session set seen_at = greatest(seen_at, $3::timestamptz)
      where jurisdiction_id = $1 and id = $2 and ended_at is null`,
    [jurisdiction, id, seenAt],
  )
}

/** Ends a session of a resident, or all of them; gives the ids of those that it ended. */
export async function endSessions(
  tx: Transaction,
  jurisdiction: string,
  which: { readonly resident: PersonId; readonly only?: string; readonly at: Date },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update auth.resident_session set ended_at = $3
      where jurisdiction_id = $1 and resident_id = $2 and ended_at is null and ($4::uuid is null or id = $4) returning id`,
    [jurisdiction, which.resident, which.at, which.only ?? null],
  )
  return rows.map(({ id }) => id)
}

/** Moves the sessions of one resident to another, where both turn out to be the same person. */
export async function moveSessions(tx: Transaction, jurisdiction: string, from: PersonId, to: PersonId): Promise<void> {
  await tx.query('update auth.resident_session set resident_id = $3 where jurisdiction_id = $1 and resident_id = $2', [
    jurisdiction,
    from,
    to,
  ])
}

import type { PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** How a person proves who they are. */
export type Credential = {
  readonly passwordHash: string | null
  readonly passwordSetAt: Date | null
  readonly temporary: boolean
  readonly failures: number
  readonly lockedUntil: Date | null
  readonly activationHash: Buffer | null
  readonly activationUntil: Date | null
  readonly totpSecret: Buffer | null
  readonly totpEnrolledAt: Date | null
  readonly totpStep: bigint
}

/** Whose row it is; every statement here takes it first. */
export type Whose = { readonly jurisdiction: string; readonly person: PersonId }

const columns = `password_hash as "passwordHash", password_set_at as "passwordSetAt", password_temporary as temporary, failures,
  locked_until as "lockedUntil", activation_hash as "activationHash", activation_until as "activationUntil",
  totp_secret as "totpSecret", totp_enrolled_at as "totpEnrolledAt", totp_step as "totpStep"`

/** The credential of a person; undefined where there never was one. */
export async function findCredential(tx: Transaction, whose: Whose): Promise<Credential | undefined> {
  const [row] = await tx.query<Credential>(
    `select ${columns} from auth.credential where jurisdiction_id = $1 and person_id = $2`,
    [whose.jurisdiction, whose.person],
  )
  return row
}

/**
 * Takes one attempt out of those that are left, before anything is checked: attempts that run side by side cannot be more than the
 * limit. The last one locks the account, unless it turns out right. Undefined where it is locked or there is no credential.
 */
export async function takeAttempt(
  tx: Transaction,
  whose: Whose,
  limit: { readonly failures: number; readonly lockMinutes: number; readonly now: Date },
): Promise<Credential | undefined> {
  const lockedUntil = new Date(limit.now.getTime() + limit.lockMinutes * 60_000)
  const [row] = await tx.prepared<Credential>(
    'auth.take-attempt',
    `update auth.credential set
      failures = case when locked_until is null then failures + 1 else 1 end,
      locked_until = case when (case when locked_until is null then failures + 1 else 1 end) >= $3 then $4::timestamptz end
    where jurisdiction_id = $1 and person_id = $2 and (locked_until is null or locked_until <= $5)
    returning ${columns}`,
    [whose.jurisdiction, whose.person, limit.failures, lockedUntil, limit.now],
  )
  return row
}

/** Gives an attempt back that was neither right nor wrong. */
export async function giveAttemptBack(tx: Transaction, whose: Whose): Promise<void> {
  await tx.query(
    `update auth.credential set failures = greatest(failures - 1, 0), locked_until = null
    where jurisdiction_id = $1 and person_id = $2`,
    [whose.jurisdiction, whose.person],
  )
}

/** Forgets failures: the person has proved who they are, or an administrator unlocks the account. */
export async function clearFailures(tx: Transaction, whose: Whose): Promise<void> {
  await tx.query(
    'update auth.credential set failures = 0, locked_until = null where jurisdiction_id = $1 and person_id = $2',
    [whose.jurisdiction, whose.person],
  )
}

/** Sets a password, keeps the one before among the former, and uses up the activation code. */
export async function writePassword(
  tx: Transaction,
  whose: Whose,
  password: { readonly hash: string; readonly temporary: boolean; readonly at: Date },
): Promise<void> {
  const who = [whose.jurisdiction, whose.person]
  await tx.query(
    `insert into auth.former_password (jurisdiction_id, person_id, set_at, password_hash)
    select jurisdiction_id, person_id, password_set_at, password_hash from auth.credential
    where jurisdiction_id = $1 and person_id = $2 and password_hash is not null
    on conflict do nothing`,
    who,
  )
  await tx.query(
    `insert into auth.credential (jurisdiction_id, person_id, password_hash, password_set_at, password_temporary)
    values ($1, $2, $3, $4, $5)
    on conflict (jurisdiction_id, person_id) do update set password_hash = excluded.password_hash,
      password_set_at = excluded.password_set_at, password_temporary = excluded.password_temporary,
      failures = 0, locked_until = null, activation_hash = null, activation_until = null`,
    [...who, password.hash, password.at, password.temporary],
  )
}

/** The hashes of the present password and those before it, newest first, at most `count`. */
export async function listPasswordHashes(tx: Transaction, whose: Whose, count: number): Promise<string[]> {
  const rows = await tx.query<{ hash: string }>(
    `select hash from (
      select password_hash as hash, password_set_at as at from auth.credential
        where jurisdiction_id = $1 and person_id = $2 and password_hash is not null
      union all
      select password_hash, set_at from auth.former_password where jurisdiction_id = $1 and person_id = $2
    ) as password order by at desc limit $3`,
    [whose.jurisdiction, whose.person, count],
  )
  return rows.map(({ hash }) => hash)
}

/** Keeps the hash of an activation code; the one before it no longer counts. */
export async function writeActivation(
  tx: Transaction,
  whose: Whose,
  activation: { readonly hash: Buffer; readonly until: Date },
): Promise<void> {
  await tx.query(
    `insert into auth.credential (jurisdiction_id, person_id, activation_hash, activation_until) values ($1, $2, $3, $4)
    on conflict (jurisdiction_id, person_id) do update set activation_hash = excluded.activation_hash,
      activation_until = excluded.activation_until`,
    [whose.jurisdiction, whose.person, activation.hash, activation.until],
  )
}

/** Keeps a second-factor secret that has yet to be confirmed; null removes the second factor. */
export async function writeSecret(tx: Transaction, whose: Whose, secret: Buffer | null): Promise<void> {
  await tx.query(
    `update auth.credential set totp_secret = $3, totp_enrolled_at = null, totp_step = 0
    where jurisdiction_id = $1 and person_id = $2`,
    [whose.jurisdiction, whose.person, secret],
  )
}

/** Uses up a time step and, the first time, confirms the second factor. False where the step has been used meanwhile. */
export async function useStep(tx: Transaction, whose: Whose, step: number, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update auth.credential set totp_step = $3, totp_enrolled_at = coalesce(totp_enrolled_at, $4)
    where jurisdiction_id = $1 and person_id = $2 and totp_secret is not null and totp_step < $3 returning 1`,
    [whose.jurisdiction, whose.person, step, now],
  )
  return rows.length === 1
}

/** Opens accounts of invented people without a password; those that are open stay as they are. */
export async function openWithoutPassword(
  tx: Transaction,
  jurisdiction: string,
  people: readonly PersonId[],
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into auth.credential (jurisdiction_id, person_id, demonstrated_at) select $1, person, $3 from unnest($2::uuid[]) as person
    on conflict do nothing`,
    [jurisdiction, people, at],
  )
}

/** How many people sign in: those who have chosen a password, and those of whom a demonstration tells it. */
export async function countAccounts(tx: Transaction, jurisdiction: string): Promise<number> {
  const [row] = await tx.query<{ accounts: number }>(
    `select count(*)::int as accounts from auth.credential
    where jurisdiction_id = $1 and (password_hash is not null or demonstrated_at is not null)`,
    [jurisdiction],
  )
  return row?.accounts ?? 0
}

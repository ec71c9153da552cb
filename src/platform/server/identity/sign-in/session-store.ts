import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A session as it is kept; its token is not. */
export type SessionRow = {
  readonly id: string
  readonly person: PersonId
  readonly post: PostId
  readonly beganAt: Date
  readonly seenAt: Date
  readonly endsAt: Date
  readonly address: string
  readonly device: string
}

const columns = `id, person_id as person, post_id as post, began_at as "beganAt", seen_at as "seenAt", ends_at as "endsAt",
  address, device`

/** Begins a session. */
export async function writeSession(
  tx: Transaction,
  jurisdiction: string,
  session: SessionRow & { readonly tokenHash: Buffer },
): Promise<void> {
  const { tokenHash, id, person, post, beganAt, seenAt, endsAt, address, device } = session
  await tx.query(
    `insert into auth.session (jurisdiction_id, token_hash, id, person_id, post_id, began_at, seen_at, ends_at, address, device)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [jurisdiction, tokenHash, id, person, post, beganAt, seenAt, endsAt, address, device],
  )
}

/** The session of a token, unless it was ended; whether it has run out is for `stillCounts` to say. */
export async function findSession(
  tx: Transaction,
  jurisdiction: string,
  tokenHash: Buffer,
): Promise<SessionRow | undefined> {
  const [row] = await tx.prepared<SessionRow>(
    'auth.find-session',
    `select ${columns} from auth.session where jurisdiction_id = $1 and token_hash = $2 and ended_at is null`,
    [jurisdiction, tokenHash],
  )
  return row
}

/** The sessions of a person that have neither been ended nor reached their last instant, newest first. */
export function listOpenSessions(
  tx: Transaction,
  jurisdiction: string,
  person: PersonId,
  now: Date,
): Promise<SessionRow[]> {
  return tx.query<SessionRow>(
    `select ${columns} from auth.session
    where jurisdiction_id = $1 and person_id = $2 and ended_at is null and ends_at > $3 order by began_at desc, id`,
    [jurisdiction, person, now],
  )
}

/** Which of these sessions have neither been ended nor run out nor moved to another post. */
export async function listStillOpen(
  tx: Transaction,
  jurisdiction: string,
  sessions: readonly { readonly id: string; readonly post: string }[],
  now: Date,
): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    'auth.list-still-open',
    `select s.id from unnest($2::uuid[], $3::text[]) as watched (id, post)
      join auth.session s on s.jurisdiction_id = $1 and s.id = watched.id and s.post_id = watched.post
      where s.ended_at is null and s.ends_at > $4`,
    [jurisdiction, sessions.map(({ id }) => id), sessions.map(({ post }) => post), now],
  )
  return rows.map(({ id }) => id)
}

/** The post in which a person was last at work. */
export async function findLastPost(
  tx: Transaction,
  jurisdiction: string,
  person: PersonId,
): Promise<PostId | undefined> {
  const [row] = await tx.query<{ post: PostId }>(
    `select post_id as post from auth.session where jurisdiction_id = $1 and person_id = $2 order by began_at desc limit 1`,
    [jurisdiction, person],
  )
  return row?.post
}

/** Notes that a session was used, and in which post. */
export async function touchSession(
  tx: Transaction,
  jurisdiction: string,
  session: { readonly id: string; readonly post: PostId; readonly seenAt: Date },
): Promise<void> {
  await tx.prepared(
    'auth.touch-session',
    `update auth.session set post_id = $3, seen_at = greatest(seen_at, $4::timestamptz)
    where jurisdiction_id = $1 and id = $2 and ended_at is null`,
    [jurisdiction, session.id, session.post, session.seenAt],
  )
}

/** Ends sessions of a person: one by its id, or all but one. Gives the ids of those that it ended. */
export async function endSessions(
  tx: Transaction,
  jurisdiction: string,
  which: { readonly person: PersonId; readonly only?: string; readonly except?: string; readonly at: Date },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update auth.session set ended_at = $3
    where jurisdiction_id = $1 and person_id = $2 and ended_at is null
      and ($4::uuid is null or id = $4) and ($5::uuid is null or id <> $5)
    returning id`,
    [jurisdiction, which.person, which.at, which.only ?? null, which.except ?? null],
  )
  return rows.map(({ id }) => id)
}

import { createHash, randomBytes } from 'node:crypto'
import { v7 as newUuid } from 'uuid'
import type { Actor } from '#platform/kernel/actor.ts'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { findActor } from '../actor-store.ts'
import { changeWanted } from '../domain/password-rules.ts'
import { lastInstant, stillCounts } from '../domain/session-rules.ts'
import { type SignInSettings, strictest } from '../domain/sign-in-settings.ts'
import { findJurisdiction } from '../jurisdiction-store.ts'
import { listHeldPosts } from '../person-store.ts'
import { findCredential } from './credential-store.ts'
import type { Origin, SignInParts } from './parts.ts'
import { endSessions, findSession, touchSession, writeSession } from './session-store.ts'

/** Who is signed in, in which post. */
export type ActiveSession = {
  readonly id: string
  readonly person: PersonId
  readonly post: PostId
  /** Without any permission while a change of password is wanted. */
  readonly actor: Actor
  /** Why the password must be changed before anything else. */
  readonly passwordChange: 'first' | 'aged' | null
}

type Cached = {
  readonly session: ActiveSession
  readonly settings: SignInSettings
  readonly endsAt: Date
  /** The instant from which the database is asked again. */
  readonly staleAt: number
  seenAt: Date
}

const freshMilliseconds = 5_000
const touchMilliseconds = 60_000
const cachedSessions = 10_000

/** The sessions of a county, those in use kept in memory for a few seconds. */
export type Sessions = ReturnType<typeof openSessions>

/**
 * Sessions by token. A request costs no round trip while its session is fresh in memory; what another process has ended or changed
 * counts here within 5 seconds. Its last use is written at most once a minute, so a session that moves between processes may idle
 * out up to a minute early, never late.
 */
export function openSessions(parts: SignInParts) {
  const { jurisdiction, clock, credentials } = parts
  const cache = new Map<string, Cached>()
  const loading = new Map<string, Promise<ActiveSession | undefined>>()

  const resolve = async (token: string): Promise<ActiveSession | undefined> => {
    const now = clock.now()
    const hit = cache.get(token)
    if (!hit || now.getTime() >= hit.staleAt) return loadOnce(token)
    if (!stillCounts(hit, hit.settings, now)) return void cache.delete(token)
    hit.seenAt = now
    return hit.session
  }

  const loadOnce = (token: string) => {
    const under = loading.get(token)
    if (under) return under
    const load = loadSession(parts, token, cache.get(token))
      .then((loaded) => keep(token, loaded))
      .finally(() => loading.delete(token))
    loading.set(token, load)
    return load
  }

  const keep = (token: string, loaded: Cached | undefined) => {
    cache.delete(token)
    if (!loaded) return undefined
    const oldest = cache.keys().next()
    if (cache.size >= cachedSessions && !oldest.done) cache.delete(oldest.value)
    cache.set(token, loaded)
    return loaded.session
  }

  const begin = async (who: { person: PersonId; post: PostId; settings: SignInSettings }, origin: Origin) => {
    const token = randomBytes(32).toString('base64url')
    const now = clock.now()
    const times = { beganAt: now, seenAt: now, endsAt: lastInstant(who.settings, now) }
    const session = { id: newUuid(), person: who.person, post: who.post, ...times, ...origin, tokenHash: hashOf(token) }
    await credentials.asSystem(jurisdiction, (tx) => writeSession(tx, jurisdiction, session))
    return { token, id: session.id }
  }

  const end = async (which: { person: PersonId; only?: string; except?: string }): Promise<string[]> => {
    const ended = await credentials.asSystem(jurisdiction, (tx) =>
      endSessions(tx, jurisdiction, { ...which, at: clock.now() }),
    )
    forget(({ session }) => ended.includes(session.id))
    return ended
  }

  const forget = (which: (cached: Cached) => boolean) => {
    for (const [token, cached] of cache) if (which(cached)) cache.delete(token)
  }

  return {
    resolve,
    begin,
    end,
    /** Moves a session to another post; the caller has checked that the person holds it. */
    move: async (session: ActiveSession, post: PostId): Promise<void> => {
      const touched = { id: session.id, post, seenAt: clock.now() }
      await credentials.asSystem(jurisdiction, (tx) => touchSession(tx, jurisdiction, touched))
      forget((cached) => cached.session.id === session.id)
    },
    /** Makes the next request of a person ask the database: their powers or password have changed. */
    forgetPerson: (person: PersonId): void => forget(({ session }) => session.person === person),
  }
}

async function loadSession(parts: SignInParts, token: string, had: Cached | undefined): Promise<Cached | undefined> {
  const { jurisdiction, credentials, clock } = parts
  const now = clock.now()
  const found = await credentials.asSystem(jurisdiction, async (tx) => {
    const row = await findSession(tx, jurisdiction, hashOf(token))
    return row && { row, credential: await findCredential(tx, { jurisdiction, person: row.person }) }
  })
  if (!found?.credential) return undefined
  const { row, credential } = found
  const settings = await settingsOf(parts)
  const seenAt = had && had.seenAt > row.seenAt ? had.seenAt : row.seenAt
  if (!stillCounts({ seenAt, endsAt: row.endsAt }, settings, now)) return undefined
  const timed = await actorOf(parts, row, now)
  if (!timed) return undefined
  const { actor, until } = timed
  if (row.post !== actor.post || now.getTime() - row.seenAt.getTime() >= touchMilliseconds)
    await credentials.asSystem(jurisdiction, (tx) =>
      touchSession(tx, jurisdiction, { id: row.id, post: actor.post, seenAt: now }),
    )
  const password = { temporary: credential.temporary, setAt: credential.passwordSetAt ?? now }
  const passwordChange = changeWanted(password, settings, now)
  const allowed = passwordChange === null ? actor : { ...actor, permissions: new Map() }
  return {
    session: { id: row.id, person: row.person, post: actor.post, actor: allowed, passwordChange },
    settings,
    endsAt: row.endsAt,
    staleAt: Math.min(now.getTime() + freshMilliseconds, until?.getTime() ?? Number.POSITIVE_INFINITY),
    seenAt: now,
  }
}

/** The actor in the session's post or, where that is held no longer, in the first post that is. */
async function actorOf(parts: SignInParts, row: { person: PersonId; post: PostId }, now: Date) {
  const { jurisdiction, database } = parts
  return database.asSystem(jurisdiction, async (tx) => {
    const same = await findActor(tx, { jurisdiction, ...row }, now)
    if (same) return same
    const [first] = await listHeldPosts(tx, jurisdiction, row.person, now)
    return first && findActor(tx, { jurisdiction, person: row.person, post: first.post }, now)
  })
}

/** The sign-in settings in force: the pack's, or stricter. */
export async function settingsOf(parts: SignInParts): Promise<SignInSettings> {
  const { database, jurisdiction } = parts
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  if (!county) throw new Error(`no county pack has been applied for ${jurisdiction}`)
  return strictest(county.signIn, county.tightened)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

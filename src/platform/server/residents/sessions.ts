import { createHash, randomBytes } from 'node:crypto'
import { v7 as newUuid } from 'uuid'
import { type Actor, residentActor } from '#platform/kernel/actor.ts'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { lastInstant, stillCounts } from '#platform/server/identity/domain/session-rules.ts'
import { type SignInSettings, strictest } from '#platform/server/identity/domain/sign-in-settings.ts'
import { findJurisdiction } from '#platform/server/identity/index.ts'
import { listEnterprises, readersFor } from './enterprises.ts'
import type { Origin, ResidentParts } from './parts.ts'
import { findResidentRow } from './resident-store.ts'
import { endSessions, findSession, insertSession, touchSession } from './session-store.ts'

/** Which resident is signed in. */
export type ResidentSession = {
  readonly id: string
  readonly resident: PersonId
  readonly actor: Actor
  /** Whether name and identity number were checked: without it nothing is applied for. */
  readonly isVerified: boolean
}

type Cached = {
  readonly session: ResidentSession
  readonly settings: SignInSettings
  readonly endsAt: Date
  readonly staleAt: number
  seenAt: Date
}

const freshMilliseconds = 5_000
const touchMilliseconds = 60_000
const cachedSessions = 10_000

/** What somebody is called whose name was not checked. */
export const unnamed = '居民'

/** The residents' sessions of a county. */
export type ResidentSessions = ReturnType<typeof openResidentSessions>

/**
 * Sessions by token, under the rules of the staff's: hashed, idle and last instants, known anew within 5 seconds; at once by whoever wants
 * them `anew`, as an act does: what another server has ended lets nobody act.
 */
export function openResidentSessions(parts: ResidentParts) {
  const { jurisdiction, clock, credentials } = parts
  const cache = new Map<string, Cached>()
  const forget = (which: (cached: Cached) => boolean) => {
    for (const [token, cached] of cache) if (which(cached)) cache.delete(token)
  }
  return {
    resolve: async (token: string, anew = false): Promise<ResidentSession | undefined> => {
      const now = clock.now()
      const hit = cache.get(token)
      if (hit && !anew && now.getTime() < hit.staleAt) {
        if (!stillCounts(hit, hit.settings, now)) return void cache.delete(token)
        hit.seenAt = now
        return hit.session
      }
      const loaded = await load(parts, token, hit, now)
      cache.delete(token)
      const oldest = cache.keys().next()
      if (loaded && cache.size >= cachedSessions && !oldest.done) cache.delete(oldest.value)
      if (loaded) cache.set(token, loaded)
      return loaded?.session
    },
    begin: async (resident: PersonId, { address, device }: Origin) => {
      const [token, id, now] = [randomBytes(32).toString('base64url'), newUuid(), clock.now()]
      const endsAt = lastInstant(await settingsOf(parts), now)
      const session = { id, resident, beganAt: now, seenAt: now, endsAt, address, device, tokenHash: hashOf(token) }
      await credentials.asSystem(jurisdiction, (tx) => insertSession(tx, jurisdiction, session))
      return { token, id }
    },
    end: async (which: { readonly resident: PersonId; readonly only?: string }): Promise<string[]> => {
      const ended = await credentials.asSystem(jurisdiction, (tx) =>
        endSessions(tx, jurisdiction, { ...which, at: clock.now() }),
      )
      forget(({ session }) => ended.includes(session.id))
      return ended
    },
    /** Makes the next request of a resident ask the database: they were checked, or turned out to be somebody else. */
    forget: (resident: PersonId) => forget(({ session }) => session.resident === resident),
  }
}

async function load(parts: ResidentParts, token: string, had: Cached | undefined, now: Date) {
  const { jurisdiction, credentials, database } = parts
  const row = await credentials.asSystem(jurisdiction, (tx) => findSession(tx, jurisdiction, hashOf(token)))
  if (row === undefined) return undefined
  const [settings, known] = await Promise.all([
    settingsOf(parts),
    database.asSystem(jurisdiction, (tx) => standingOf(tx, jurisdiction, { resident: row.resident, at: now })),
  ])
  const seenAt = had && had.seenAt > row.seenAt ? had.seenAt : row.seenAt
  if (!stillCounts({ seenAt, endsAt: row.endsAt }, settings, now)) return undefined
  if (known === undefined) return undefined
  if (now.getTime() - row.seenAt.getTime() >= touchMilliseconds)
    await credentials.asSystem(jurisdiction, (tx) => touchSession(tx, jurisdiction, row.id, now))
  const session = { id: row.id, resident: row.resident, ...known }
  return { session, settings, endsAt: row.endsAt, staleAt: now.getTime() + freshMilliseconds, seenAt: now }
}

/** As whom a resident acts at an instant, for the enterprises too for which they stand then; undefined where they have left. */
export async function standingOf(
  tx: Transaction,
  jurisdiction: JurisdictionId,
  { resident, at }: { readonly resident: PersonId; readonly at: Date },
): Promise<Pick<ResidentSession, 'actor' | 'isVerified'> | undefined> {
  const [row, enterprises] = await Promise.all([
    findResidentRow(tx, jurisdiction, resident),
    listEnterprises(tx, jurisdiction, { person: resident, at }),
  ])
  if (row === undefined || row.valid_to !== null) return undefined
  const standsFor = readersFor(enterprises)
  const actor = residentActor({ jurisdiction, id: row.id, name: row.name ?? unnamed, standsFor })
  return { actor, isVerified: row.verified_at !== null }
}

async function settingsOf({ database, jurisdiction }: ResidentParts): Promise<SignInSettings> {
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  if (!county) throw new Error(`no county pack has been applied for ${jurisdiction}`)
  return strictest(county.signIn, county.tightened)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

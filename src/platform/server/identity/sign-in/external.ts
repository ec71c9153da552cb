import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { EntryActor } from '#platform/server/journal/index.ts'
import { findByLogin, findPerson, listHeldPosts } from '../person-store.ts'
import { doorkeeper, recordAccount } from './account-record.ts'
import { bindExternal, findExternal, listExternal } from './external-store.ts'
import type { Origin, SignInParts } from './parts.ts'
import { findLastPost } from './session-store.ts'
import { type Sessions, settingsOf } from './sessions.ts'
import type { SignedIn } from './sign-in.ts'

/** Who came from a provider of single sign-on, as it told us itself. */
export type ExternalArrival = Origin & {
  readonly provider: string
  readonly subject: string
  readonly handles: readonly string[]
}

type Arrived = Extract<SignedIn, { readonly state: 'signed-in' }>

/**
 * Signs in whom a provider has brought. The first time it binds them to the person whom an administrator listed; whoever is not listed
 * stays outside. The three administrators come by password alone: their powers are not a provider's to give.
 * Refuses: `identity.external.unlisted`, `identity.external.administrator`, `identity.sign-in.no-post`.
 */
export async function admitExternal(
  parts: SignInParts,
  sessions: Sessions,
  arrival: ExternalArrival,
): Promise<Result<Arrived>> {
  const { database, credentials, jurisdiction, clock } = parts
  const now = clock.now()
  const account = await credentials.asSystem(jurisdiction, async (tx) => {
    const found = await findExternal(tx, jurisdiction, arrival)
    if (found && !found.isBound) await bindExternal(tx, jurisdiction, { ...arrival, ...found, at: now })
    return found
  })
  if (account === undefined) return refuse('identity.external.unlisted')
  const { person } = account
  const [isStaff, held, last] = await Promise.all([
    database.asSystem(jurisdiction, (tx) => findPerson(tx, jurisdiction, person)),
    database.asSystem(jurisdiction, (tx) => listHeldPosts(tx, jurisdiction, person, now)),
    credentials.asSystem(jurisdiction, (tx) => findLastPost(tx, jurisdiction, person)),
  ])
  if (held.some(({ administrator }) => administrator !== null)) return refuse('identity.external.administrator')
  const at = held.find(({ post }) => post === last) ?? held[0]
  if (!isStaff || !at) return refuse('identity.sign-in.no-post')
  const { provider, address, device } = arrival
  const settings = await settingsOf(parts)
  const { token, id } = await sessions.begin({ person, post: at.post, settings }, { address, device })
  const actor = { person, post: at.post, organisation: at.organisation }
  const bound = { kind: 'identity.external.bound', actor: doorkeeper, payload: { provider, handle: account.handle } }
  const signedIn = { kind: 'identity.signed-in', actor, payload: { session: id, address, device, provider } }
  await recordAccount(parts, person, ...(account.isBound ? [signedIn] : [bound, signedIn]))
  return ok({ state: 'signed-in', token, person, post: at.post })
}

/** Lists a person as somebody whom a provider may bring. The caller has checked `identity.accounts.manage`. Refuses: `identity.person.unknown`. */
export async function listArrival(
  parts: SignInParts,
  listed: { readonly provider: string; readonly handle: string; readonly login: string },
  by: EntryActor,
): Promise<Result<{ readonly person: PersonId }>> {
  const { database, credentials, jurisdiction, clock } = parts
  const found = await database.asSystem(jurisdiction, (tx) => findByLogin(tx, jurisdiction, listed.login))
  if (found === undefined) return refuse('identity.person.unknown')
  const { provider, handle } = listed
  await credentials.asSystem(jurisdiction, (tx) =>
    listExternal(tx, jurisdiction, { provider, handle, person: found.id, at: clock.now() }),
  )
  await recordAccount(parts, found.id, { kind: 'identity.external.listed', actor: by, payload: { provider, handle } })
  return ok({ person: found.id })
}

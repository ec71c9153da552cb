import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { EntryActor } from '#platform/server/journal/index.ts'
import { listHeldPosts } from '../person-store.ts'
import { recordAccount } from './account-record.ts'
import { type Activation, activate, issueActivation, removeSecondFactor, unlock } from './accounts.ts'
import { tokenOf } from './cookie.ts'
import { countAccounts, findCredential } from './credential-store.ts'
import { type DemoAccountWanted, openDemoAccounts } from './demo-accounts.ts'
import { admitExternal, type ExternalArrival, listArrival } from './external.ts'
import { inTurn } from './in-turn.ts'
import { type SignInParts, whose } from './parts.ts'
import { passwordHasher } from './password-hasher.ts'
import { changePassword } from './passwords.ts'
import { recordPhones } from './phones.ts'
import { confirmSecondFactor, enrolSecondFactor } from './second-factor.ts'
import { seal, unseal } from './secret-box.ts'
import { listOpenSessions, listStillOpen } from './session-store.ts'
import { type ActiveSession, openSessions } from './sessions.ts'
import { type SignInAttempt, signIn } from './sign-in.ts'

/** Sign-in, sessions and one's own credentials, for the host to mount. */
export type SignIn = ReturnType<typeof openSignIn>

/**
 * Opens sign-in for one county. The host keeps one for its life, so that sessions stay in memory and passwords are checked in turn.
 * @example
 * const door = openSignIn({ database, credentials, jurisdiction, clock, key })
 * const answer = await door.signIn({ login, password, address, device })
 */
export function openSignIn(given: Omit<SignInParts, 'hasher'> & Partial<Pick<SignInParts, 'hasher'>>) {
  const parts: SignInParts = { ...given, hasher: given.hasher ?? passwordHasher() }
  const sessions = openSessions(parts)
  // Attempts on one account wait for each other, so that a person who signs in on many screens at once is not taken for a guesser.
  const turn = inTurn()
  return {
    signIn: (attempt: SignInAttempt) => turn(attempt.login, () => signIn(parts, sessions, attempt)),
    /** Who sends this Cookie header; undefined where nobody does, or the session has ended. */
    resolveSession: async (cookieHeader: string | undefined): Promise<ActiveSession | undefined> => {
      const token = tokenOf(cookieHeader)
      return token === undefined ? undefined : sessions.resolve(token)
    },
    signOut: (session: ActiveSession) => end(parts, sessions, session, session.id, 'identity.signed-out'),
    /** A person's open sessions, newest first. */
    listSessions: (person: PersonId) =>
      parts.credentials.asSystem(parts.jurisdiction, (tx) =>
        listOpenSessions(tx, parts.jurisdiction, person, parts.clock.now()),
      ),
    /** Which of these sessions are open, here and at every other server. */
    stillOpen: async (
      watched: readonly { readonly id: string; readonly post: string }[],
    ): Promise<ReadonlySet<string>> => {
      const { credentials, jurisdiction, clock } = parts
      return new Set(
        await credentials.asSystem(jurisdiction, (tx) => listStillOpen(tx, jurisdiction, watched, clock.now())),
      )
    },
    /** Ends another session of one's own: a phone that was left somewhere. */
    endSession: (session: ActiveSession, id: string) => end(parts, sessions, session, id, 'identity.session.ended'),
    /** Signs out everywhere but here. */
    endOtherSessions: (session: ActiveSession) => endOthers(parts, sessions, session),
    switchPost: (session: ActiveSession, post: PostId) => switchPost(parts, sessions, session, post),
    changePassword: (session: ActiveSession, change: { readonly current: string; readonly next: string }) =>
      changePassword(parts, sessions, session, change),
    enrolSecondFactor: (session: ActiveSession, password: string) => enrolSecondFactor(parts, session, password),
    confirmSecondFactor: (session: ActiveSession, code: string) => confirmSecondFactor(parts, session, code),
    hasSecondFactor: async (person: PersonId): Promise<boolean> => {
      const credential = await parts.credentials.asSystem(parts.jurisdiction, (tx) =>
        findCredential(tx, whose(parts, person)),
      )
      return credential?.totpEnrolledAt != null
    },
    /** Of a demonstration county; see `recordPhones`. */
    recordPhones: (people: readonly PersonId[]) => recordPhones(parts, people),
    /** How many people sign in, on the phone as at the desk. */
    countAccounts: () => parts.credentials.asSystem(parts.jurisdiction, (tx) => countAccounts(tx, parts.jurisdiction)),
    /** Signs in whom a provider of single sign-on has brought. */
    admitExternal: (arrival: ExternalArrival) => admitExternal(parts, sessions, arrival),
    listArrival: (listed: Parameters<typeof listArrival>[1], by: EntryActor) => listArrival(parts, listed, by),
    /** Seals a short text for a browser to keep between two requests; `unseal` gives it back, or nothing. */
    seal: (about: string, text: string) => seal(parts.key, about, Buffer.from(text)).toString('base64url'),
    unseal: (about: string, sealed: string) => opened(parts.key, about, sealed),
    activate: (attempt: Activation) => turn(attempt.login, () => activate(parts, sessions, attempt)),
    issueActivation: (person: PersonId, by: EntryActor) => issueActivation(parts, person, by),
    unlock: (person: PersonId, by: EntryActor) => unlock(parts, person, by),
    removeSecondFactor: (person: PersonId, by: EntryActor) => removeSecondFactor(parts, sessions, person, by),
    /** Accounts of the demonstration county; see `openDemoAccounts`. */
    openDemoAccounts: (wanted: readonly DemoAccountWanted[], file: string) => openDemoAccounts(parts, wanted, file),
    /** To be called when a person's posts or powers have changed, so that the change counts at once in this process. */
    forgetPerson: sessions.forgetPerson,
  }
}

async function switchPost(
  parts: SignInParts,
  sessions: ReturnType<typeof openSessions>,
  session: ActiveSession,
  post: PostId,
): Promise<Result<{ readonly post: PostId }>> {
  const { database, jurisdiction, clock } = parts
  const held = await database.asSystem(jurisdiction, (tx) =>
    listHeldPosts(tx, jurisdiction, session.person, clock.now()),
  )
  const wanted = held.find((one) => one.post === post)
  if (!wanted) return refuse('identity.post.not-held')
  await sessions.move(session, post)
  const actor = { person: session.person, post, organisation: wanted.organisation }
  const payload = { session: session.id, from: session.post, to: post }
  await recordAccount(parts, session.person, { kind: 'identity.post.switched', actor, payload })
  return ok({ post })
}

async function end(
  parts: SignInParts,
  sessions: ReturnType<typeof openSessions>,
  session: ActiveSession,
  only: string,
  kind: string,
): Promise<{ readonly ended: boolean }> {
  const ended = await sessions.end({ person: session.person, only })
  if (ended.length === 0) return { ended: false }
  const actor = { person: session.person, post: session.post, organisation: session.actor.organisation }
  await recordAccount(parts, session.person, { kind, actor, payload: { session: only } })
  return { ended: true }
}

async function endOthers(
  parts: SignInParts,
  sessions: ReturnType<typeof openSessions>,
  { id, person, post, actor: { organisation } }: ActiveSession,
): Promise<{ readonly ended: number }> {
  const ended = await sessions.end({ person, except: id })
  const actor = { person, post, organisation }
  const events = ended.map((session) => ({ kind: 'identity.session.ended', actor, payload: { session } }))
  if (events.length > 0) await recordAccount(parts, person, ...events)
  return { ended: ended.length }
}

function opened(key: Uint8Array, about: string, sealed: string): string | undefined {
  try {
    return unseal(key, about, Buffer.from(sealed, 'base64url')).toString()
  } catch {
    return undefined
  }
}

import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { SignInSettings } from '../domain/sign-in-settings.ts'
import { findByLogin, type HeldPost, listHeldPosts, type StaffMember } from '../person-store.ts'
import { recordAccount } from './account-record.ts'
import { recordFailure, take } from './attempts.ts'
import { type Credential, clearFailures, giveAttemptBack, useStep } from './credential-store.ts'
import { stepOf } from './one-time-code.ts'
import { type Origin, type SignInParts, whose } from './parts.ts'
import { noPassword } from './password-hasher.ts'
import { unseal } from './secret-box.ts'
import { findLastPost } from './session-store.ts'
import { type Sessions, settingsOf } from './sessions.ts'

/** What a person types, and where from. */
export type SignInAttempt = Origin & {
  readonly login: string
  readonly password: string
  readonly code?: string | undefined
}

/** Signed in with a token for the cookie; or the password was right and a one-time code is wanted too. */
export type SignedIn =
  | { readonly state: 'signed-in'; readonly token: string; readonly person: PersonId; readonly post: PostId }
  | { readonly state: 'second-factor-wanted' }

/**
 * Signs a person in. An attempt is taken before anything is checked, so that guesses made side by side are counted like guesses made
 * in turn; the limit locks the account. An unknown login costs the same time as a known one.
 * Refuses: `identity.sign-in.wrong`, `.locked`, `.no-post`, `identity.second-factor.wrong`, `service.busy`.
 */
export async function signIn(
  parts: SignInParts,
  sessions: Sessions,
  attempt: SignInAttempt,
): Promise<Result<SignedIn>> {
  const { database, jurisdiction } = parts
  const settings = await settingsOf(parts)
  const person = await database.asSystem(jurisdiction, (tx) => findByLogin(tx, jurisdiction, attempt.login))
  if (!person) return wasteTime(parts, attempt.password)
  const taken = await take(parts, person.id, settings)
  if (taken.state === 'locked') return taken.refused
  if (taken.state === 'absent') return wasteTime(parts, attempt.password)
  const proof = await prove(parts, person, taken.credential, attempt)
  if (proof !== 'proved') return turnAway(parts, person, { proof, settings, credential: taken.credential, attempt })
  return admit(parts, sessions, { person, settings, attempt })
}

type Proof = 'proved' | 'wrong-password' | 'wrong-code' | 'code-wanted' | 'busy'

async function prove(
  parts: SignInParts,
  person: StaffMember,
  credential: Credential,
  attempt: SignInAttempt,
): Promise<Proof> {
  const matches = await parts.hasher.matches(credential.passwordHash ?? noPassword, attempt.password)
  if (!matches.ok) return 'busy'
  if (!matches.value) return 'wrong-password'
  if (credential.totpSecret === null || credential.totpEnrolledAt === null) return 'proved'
  if (attempt.code === undefined) return 'code-wanted'
  const now = parts.clock.now()
  const secret = unseal(parts.key, person.id, credential.totpSecret)
  const step = await stepOf(secret, attempt.code, Number(credential.totpStep), now)
  if (step === undefined) return 'wrong-code'
  const used = await parts.credentials.asSystem(parts.jurisdiction, (tx) =>
    useStep(tx, whose(parts, person.id), step, now),
  )
  return used ? 'proved' : 'wrong-code'
}

async function turnAway(
  parts: SignInParts,
  person: StaffMember,
  seen: { proof: Exclude<Proof, 'proved'>; settings: SignInSettings; credential: Credential; attempt: SignInAttempt },
): Promise<Result<SignedIn>> {
  const { proof, settings, credential, attempt } = seen
  if (proof === 'busy' || proof === 'code-wanted') {
    await parts.credentials.asSystem(parts.jurisdiction, (tx) => giveAttemptBack(tx, whose(parts, person.id)))
    return proof === 'busy' ? refuse('service.busy') : ok({ state: 'second-factor-wanted' })
  }
  await recordFailure(parts, person.id, { reason: proof, credential, settings, origin: attempt })
  return refuse(proof === 'wrong-code' ? 'identity.second-factor.wrong' : 'identity.sign-in.wrong')
}

async function admit(
  parts: SignInParts,
  sessions: Sessions,
  who: { person: StaffMember; settings: SignInSettings; attempt: SignInAttempt },
): Promise<Result<SignedIn>> {
  const { database, credentials, jurisdiction, clock } = parts
  const { id: person } = who.person
  const [held, last] = await Promise.all([
    database.asSystem(jurisdiction, (tx) => listHeldPosts(tx, jurisdiction, person, clock.now())),
    credentials.asSystem(jurisdiction, async (tx) => {
      await clearFailures(tx, whose(parts, person))
      return findLastPost(tx, jurisdiction, person)
    }),
  ])
  const at = held.find(({ post }) => post === last) ?? held[0]
  if (!at) return refuse('identity.sign-in.no-post')
  const { token, id } = await sessions.begin({ person, post: at.post, settings: who.settings }, who.attempt)
  if (held.some(isAdministrator)) await sessions.end({ person, except: id })
  const { address, device } = who.attempt
  const actor = { person, post: at.post, organisation: at.organisation }
  await recordAccount(parts, person, { kind: 'identity.signed-in', actor, payload: { session: id, address, device } })
  return ok({ state: 'signed-in', token, person, post: at.post })
}

/** An administrator is signed in once at a time. */
function isAdministrator({ administrator }: HeldPost): boolean {
  return administrator !== null
}

async function wasteTime(parts: SignInParts, password: string): Promise<Result<SignedIn>> {
  const spent = await parts.hasher.matches(noPassword, password)
  return spent.ok ? refuse('identity.sign-in.wrong') : spent
}

import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { choosable } from '../domain/password-rules.ts'
import type { StaffMember } from '../person-store.ts'
import { findPerson } from '../person-store.ts'
import { recordAccount } from './account-record.ts'
import { findCredential, listPasswordHashes, writePassword } from './credential-store.ts'
import { type SignInParts, whose } from './parts.ts'
import { type ActiveSession, type Sessions, settingsOf } from './sessions.ts'

/**
 * Changes one's own password; every other session of the person ends.
 * Refuses: `identity.password.current-wrong`, `.short`, `.long`, `.classes`, `.login`, `.reused`, `service.busy`.
 */
export async function changePassword(
  parts: SignInParts,
  sessions: Sessions,
  session: ActiveSession,
  change: { readonly current: string; readonly next: string },
): Promise<Result<{ readonly changed: true }>> {
  const person = await getPerson(parts, session.person)
  const right = await isPassword(parts, person.id, change.current)
  if (!right.ok) return right
  if (!right.value) return refuse('identity.password.current-wrong')
  const set = await setPassword(parts, person, change.next, false)
  if (!set.ok) return set
  await sessions.end({ person: person.id, except: session.id })
  sessions.forgetPerson(person.id)
  const { post, organisation } = session.actor
  const actor = { person: person.id, post, organisation }
  await recordAccount(parts, person.id, { kind: 'identity.password.changed', actor, payload: { session: session.id } })
  return ok({ changed: true })
}

/** Whether this is the person's present password. */
export async function isPassword(parts: SignInParts, person: PersonId, password: string): Promise<Result<boolean>> {
  const credential = await parts.credentials.asSystem(parts.jurisdiction, (tx) =>
    findCredential(tx, whose(parts, person)),
  )
  if (!credential?.passwordHash) return ok(false)
  return parts.hasher.matches(credential.passwordHash, password)
}

/** Sets a password where the rules allow it. `temporary`: somebody else made it, so it is to be changed at the first sign-in. */
export async function setPassword(
  parts: SignInParts,
  person: StaffMember,
  password: string,
  temporary: boolean,
): Promise<Result<undefined>> {
  const settings = await settingsOf(parts)
  const allowed = choosable(password, person.login, settings)
  if (!allowed.ok) return allowed
  const mine = whose(parts, person.id)
  const former = await parts.credentials.asSystem(parts.jurisdiction, (tx) =>
    listPasswordHashes(tx, mine, settings.passwordHistory),
  )
  for (const hash of former) {
    const same = await parts.hasher.matches(hash, password)
    if (!same.ok) return same
    if (same.value) return refuse('identity.password.reused', { history: settings.passwordHistory })
  }
  const hashed = await parts.hasher.hash(password)
  if (!hashed.ok) return hashed
  const written = { hash: hashed.value, temporary, at: parts.clock.now() }
  await parts.credentials.asSystem(parts.jurisdiction, (tx) => writePassword(tx, mine, written))
  return ok(undefined)
}

/** The person behind a session; they were there when it was resolved. */
export async function getPerson(parts: SignInParts, id: PersonId): Promise<StaffMember> {
  const person = await parts.database.asSystem(parts.jurisdiction, (tx) => findPerson(tx, parts.jurisdiction, id))
  if (!person) throw new Error(`no person ${id}`)
  return person
}

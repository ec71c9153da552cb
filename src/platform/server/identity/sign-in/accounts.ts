import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { EntryActor } from '#platform/server/journal/index.ts'
import { findByLogin, findPerson, listHeldPosts } from '../person-store.ts'
import { recordAccount } from './account-record.ts'
import { recordFailure, take } from './attempts.ts'
import { type Credential, clearFailures, writeActivation, writeSecret } from './credential-store.ts'
import { type Origin, type SignInParts, whose } from './parts.ts'
import { setPassword } from './passwords.ts'
import { type Sessions, settingsOf } from './sessions.ts'

const activationDays = 7
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ' // none that are mistaken for each other on paper
const codeLength = 12

/**
 * Gives a person a code with which they choose a password themselves, once, within 7 days: for a new account or a forgotten password.
 * The caller has checked `identity.accounts.manage`. Refuses: `identity.person.unknown`, `identity.administrator.apart`.
 */
export async function issueActivation(
  parts: SignInParts,
  person: PersonId,
  by: EntryActor,
): Promise<Result<{ readonly code: string; readonly until: Date }>> {
  const refused = await keepApart(parts, person, by)
  if (refused) return refused
  const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('')
  const until = new Date(parts.clock.now().getTime() + activationDays * 86_400_000)
  const activation = { hash: hashOf(code), until }
  await parts.credentials.asSystem(parts.jurisdiction, (tx) => writeActivation(tx, whose(parts, person), activation))
  const payload = { until: until.toISOString() }
  await recordAccount(parts, person, { kind: 'identity.activation.issued', actor: by, payload })
  return ok({ code, until })
}

/** What a person types to choose a password with an activation code, and where from. */
export type Activation = Origin & { readonly login: string; readonly code: string; readonly password: string }

/**
 * Chooses the first password, or a new one, with an activation code. Wrong codes count as failed sign-ins; all sessions end.
 * Refuses: `identity.activation.wrong`, `identity.sign-in.locked` and what a password may be refused for.
 */
export async function activate(
  parts: SignInParts,
  sessions: Sessions,
  attempt: Activation,
): Promise<Result<{ readonly activated: true }>> {
  const { database, jurisdiction, clock } = parts
  const settings = await settingsOf(parts)
  const person = await database.asSystem(jurisdiction, (tx) => findByLogin(tx, jurisdiction, attempt.login))
  if (!person) return refuse('identity.activation.wrong')
  const taken = await take(parts, person.id, settings)
  if (taken.state === 'locked') return taken.refused
  if (taken.state === 'absent') return refuse('identity.activation.wrong')
  if (!isRight(taken.credential, attempt.code, clock.now())) {
    const failure = { reason: 'wrong-activation', credential: taken.credential, settings, origin: attempt }
    await recordFailure(parts, person.id, failure)
    return refuse('identity.activation.wrong')
  }
  const set = await setPassword(parts, person, attempt.password, false)
  if (!set.ok) {
    await parts.credentials.asSystem(jurisdiction, (tx) => clearFailures(tx, whose(parts, person.id)))
    return set
  }
  await sessions.end({ person: person.id })
  await recordAccount(parts, person.id, {
    kind: 'identity.account.activated',
    actor: { person: person.id },
    payload: {},
  })
  return ok({ activated: true })
}

/** Lifts a lock before its time. The caller has checked `identity.accounts.manage`. Refuses: `identity.person.unknown`. */
export async function unlock(
  parts: SignInParts,
  person: PersonId,
  by: EntryActor,
): Promise<Result<{ readonly unlocked: true }>> {
  if (!(await isStaff(parts, person))) return refuse('identity.person.unknown')
  await parts.credentials.asSystem(parts.jurisdiction, (tx) => clearFailures(tx, whose(parts, person)))
  await recordAccount(parts, person, { kind: 'identity.account.unlocked', actor: by, payload: {} })
  return ok({ unlocked: true })
}

/**
 * Removes a second factor, for a lost phone. The caller has checked `identity.accounts.manage`; all sessions end.
 * Refuses: `identity.person.unknown`, `identity.administrator.apart`.
 */
export async function removeSecondFactor(
  parts: SignInParts,
  sessions: Sessions,
  person: PersonId,
  by: EntryActor,
): Promise<Result<{ readonly removed: true }>> {
  const refused = await keepApart(parts, person, by)
  if (refused) return refused
  await parts.credentials.asSystem(parts.jurisdiction, (tx) => writeSecret(tx, whose(parts, person), null))
  await sessions.end({ person })
  await recordAccount(parts, person, { kind: 'identity.second-factor.removed', actor: by, payload: {} })
  return ok({ removed: true })
}

function isRight({ activationHash, activationUntil }: Credential, code: string, now: Date): boolean {
  const known = activationHash !== null && activationUntil !== null && activationUntil > now
  return known && timingSafeEqual(activationHash, hashOf(code))
}

/**
 * Whoever resets an account could take it over. So the system administrator may not reset the accounts of the other two of the three
 * administrators; the operator at the machine may, and everybody sees it.
 */
async function keepApart(parts: SignInParts, person: PersonId, by: EntryActor) {
  const { database, jurisdiction, clock } = parts
  if (!(await isStaff(parts, person))) return refuse('identity.person.unknown')
  if ('system' in by) return undefined
  const held = await database.asSystem(jurisdiction, (tx) => listHeldPosts(tx, jurisdiction, person, clock.now()))
  const others = held.some(({ administrator }) => administrator !== null && administrator !== 'system')
  return others ? refuse('identity.administrator.apart') : undefined
}

async function isStaff({ database, jurisdiction }: SignInParts, person: PersonId): Promise<boolean> {
  return (await database.asSystem(jurisdiction, (tx) => findPerson(tx, jurisdiction, person))) !== undefined
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code.trim().toUpperCase()).digest()
}

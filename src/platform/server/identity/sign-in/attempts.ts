import type { PersonId } from '#platform/kernel/ids.ts'
import type { Refusal } from '#platform/kernel/refusal.ts'
import { refuse } from '#platform/kernel/result.ts'
import type { SignInSettings } from '../domain/sign-in-settings.ts'
import { doorkeeper, recordAccount } from './account-record.ts'
import { type Credential, findCredential, takeAttempt } from './credential-store.ts'
import { type Origin, type SignInParts, whose } from './parts.ts'

/** An attempt that was taken, or why none could be: the account is locked, or has never been opened. */
export type Taken =
  | { readonly state: 'taken'; readonly credential: Credential }
  | { readonly state: 'locked'; readonly refused: { readonly ok: false; readonly refusal: Refusal } }
  | { readonly state: 'absent' }

/** Takes one of a person's attempts before anything is checked. */
export function take(parts: SignInParts, person: PersonId, settings: SignInSettings): Promise<Taken> {
  const mine = whose(parts, person)
  const now = parts.clock.now()
  return parts.credentials.asSystem(parts.jurisdiction, async (tx): Promise<Taken> => {
    const credential = await takeAttempt(tx, mine, { ...settings, now })
    if (credential) return { state: 'taken', credential }
    const until = (await findCredential(tx, mine))?.lockedUntil
    if (!until) return { state: 'absent' }
    const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
    return { state: 'locked', refused: refuse('identity.sign-in.locked', { minutes }) }
  })
}

/** Puts a failed attempt into the record, and the lock that it brought, if it was the last. */
export async function recordFailure(
  parts: SignInParts,
  person: PersonId,
  failure: {
    readonly reason: string
    readonly credential: Credential
    readonly settings: SignInSettings
    readonly origin: Origin
  },
): Promise<void> {
  const { reason, settings, origin } = failure
  const { failures, lockedUntil } = failure.credential
  const { address, device } = origin
  const failed = { kind: 'identity.sign-in.failed', actor: doorkeeper, payload: { reason, failures, address, device } }
  const until = lockedUntil?.toISOString()
  const lock = { kind: 'identity.account.locked', actor: doorkeeper, payload: { failures, until } }
  await recordAccount(parts, person, ...(failures >= settings.failures ? [failed, lock] : [failed]))
}

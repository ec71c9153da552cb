import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'

/*
 * A credential is valid from the instant at which its validity begins. Its issuer suspends it where something has to be looked
 * into, and resumes it or revokes it; what is revoked stays so. At the end of its validity it expires by itself, suspended or not;
 * what has expired is neither suspended nor resumed, but may still be revoked, for it may have been wrong from the start.
 *
 *   valid ⇄ suspended        valid, suspended, expired → revoked        valid, suspended ─ time → expired
 */

/** What the issuer has said of a credential. */
export const standings = ['valid', 'suspended', 'revoked'] as const
export type Standing = (typeof standings)[number]

/** How a credential stands at an instant. */
export type State = Standing | 'not-yet' | 'expired'

/** What of a credential decides how it stands. */
export type Held = {
  readonly standing: Standing
  readonly validFrom: Instant
  /** The first instant at which it is valid no longer; null where it has no end. */
  readonly validUntil: Instant | null
}

/** How a credential stands at an instant. */
export function stateAt({ standing, validFrom, validUntil }: Held, now: Instant): State {
  if (standing === 'revoked') return 'revoked'
  if (validUntil !== null && now >= validUntil) return 'expired'
  if (standing === 'suspended') return 'suspended'
  return now < validFrom ? 'not-yet' : 'valid'
}

const changes = {
  suspend: { from: ['valid', 'not-yet'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'valid' },
  revoke: { from: ['valid', 'not-yet', 'suspended', 'expired'], to: 'revoked' },
} as const satisfies Record<string, { readonly from: readonly State[]; readonly to: Standing }>

/** What an issuer may do to a credential. */
export const standingChanges = ['suspend', 'resume', 'revoke'] as const
export type StandingChange = (typeof standingChanges)[number]

/** The standing after a change; refuses `credentials.standing.other` where the credential does not stand so that it could be. */
export function changeStanding(held: Held, change: StandingChange, now: Instant): Result<Standing> {
  const state = stateAt(held, now)
  const { from, to } = changes[change]
  return (from as readonly State[]).includes(state) ? ok(to) : refuse('credentials.standing.other', { state })
}

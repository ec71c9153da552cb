import type { VerdictState } from '#platform/contract/credential-verdict.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Standing } from './standing.ts'

/** Clocks differ: what begins within this time from now has begun, what ended within it has not ended. */
export const clockGrace = 5 * 60_000

/** The times and words on which a document that is genuine is judged. */
export type Evidence = {
  readonly issuedAt: Instant
  readonly validFrom: Instant
  readonly validUntil: Instant | undefined
  readonly showing: {
    readonly madeAt: Instant
    readonly until: Instant
    readonly audience: string | undefined
    readonly nonce: string
  }
  /** The word on revocation: from when, until when it may be leaned on, what it says. */
  readonly status:
    | { readonly asOf: Instant; readonly until: Instant; readonly standing: Standing | undefined }
    | undefined
}

/** Who asks, for which question, by which clock; with how much grace, where it is not the usual one. */
export type Asked = {
  readonly now: Instant
  readonly audience?: string | undefined
  readonly nonce?: string | undefined
  readonly grace?: number | undefined
}

/**
 * How a genuine document stands. What its issuer says comes first (revoked, suspended), then its own time, then the showing: until when
 * it was lent, to whom, for which question. A word on revocation that is missing or too old leaves the answer open.
 */
export function judge(evidence: Evidence, asked: Asked): VerdictState {
  return ofIssuer(evidence) ?? ofTime(evidence, asked) ?? ofShowing(evidence, asked) ?? ofStatus(evidence, asked)
}

/** How far the clock of who asks is behind at least, in milliseconds: nothing can be signed later than now. */
export function clockBehind({ issuedAt, showing, status }: Evidence, { now }: Asked): number {
  const latest = Math.max(issuedAt, showing.madeAt, status?.asOf ?? 0)
  return latest > now + clockGrace ? latest - now : 0
}

function ofIssuer({ status }: Evidence): VerdictState | undefined {
  return status?.standing === 'revoked' || status?.standing === 'suspended' ? status.standing : undefined
}

function ofTime(
  { issuedAt, validFrom, validUntil }: Evidence,
  { now, grace = clockGrace }: Asked,
): VerdictState | undefined {
  if (validUntil !== undefined && now >= validUntil + grace) return 'expired'
  return Math.max(issuedAt, validFrom) > now + grace ? 'not-yet' : undefined
}

function ofShowing(
  { showing }: Evidence,
  { now, audience, nonce, grace = clockGrace }: Asked,
): VerdictState | undefined {
  if (now >= showing.until + grace) return 'show-expired'
  if (showing.madeAt > now + grace) return 'not-yet'
  if (showing.audience !== undefined && audience !== undefined && showing.audience !== audience) return 'other-audience'
  return nonce !== undefined && showing.nonce !== nonce ? 'replayed' : undefined
}

function ofStatus({ status }: Evidence, { now }: Asked): VerdictState {
  const known = status?.standing !== undefined && now < status.until + clockGrace
  return known ? 'valid' : 'status-unknown'
}

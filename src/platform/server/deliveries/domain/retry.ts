/*
 * A message waits, is tried, and is sent or waits again: after half a minute, then twice as long each time up to six hours, each
 * somewhat sooner by chance, so that those that failed together do not come back together. After twelve attempts, some two days, or
 * when the receiver says that it will never take it, it is dead, and waits for the administrator.
 */

/** How an attempt ended. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** It may work later: no answer, too slow, a fault over there. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It will not work as it is: wrong address, wrong secret, refused. */
  | { readonly kind: 'refused'; readonly reason: string }

/** What becomes of a message after an attempt. */
export type After =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly at: number; readonly reason: string }
  | { readonly state: 'dead'; readonly reason: string }

const firstMilliseconds = 30_000
const longestMilliseconds = 6 * 3_600_000
export const mostAttempts = 12

/** What becomes of a message whose attempt number `attempts`, from 1, ended so. `chance` lies in [0, 1). */
export function afterAttempt(outcome: Outcome, attempts: number, now: number, chance: number): After {
  if (outcome.kind === 'sent') return { state: 'sent' }
  if (outcome.kind === 'refused' || attempts >= mostAttempts) return { state: 'dead', reason: outcome.reason }
  const longest = Math.min(firstMilliseconds * 2 ** (attempts - 1), longestMilliseconds)
  return { state: 'waiting', at: now + Math.round(longest * (0.75 + 0.25 * chance)), reason: outcome.reason }
}

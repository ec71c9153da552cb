/**
 * A breaker keeps questions from a system that does not answer. Closed: everything passes, and failures in a row are counted.
 * Open: nothing passes for a time. Half open: when the time is over one question passes to try; its answer closes the breaker, its
 * failure opens it for the same time again.
 */
export type Breaker =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly until: number }
  | { readonly state: 'half-open'; readonly triedAt: number }

export type BreakerRule = { readonly failures: number; readonly seconds: number }

export const closedBreaker: Breaker = { state: 'closed', failures: 0 }

/** Whether a question may pass at an instant, and the breaker after it has passed. A trial that never ended is made again. */
export function letPass(
  rule: BreakerRule,
  breaker: Breaker,
  now: number,
): { readonly passes: boolean; readonly breaker: Breaker } {
  if (breaker.state === 'closed') return { passes: true, breaker }
  const over = breaker.state === 'open' ? breaker.until : breaker.triedAt + rule.seconds * 1000
  if (now < over) return { passes: false, breaker }
  return { passes: true, breaker: { state: 'half-open', triedAt: now } }
}

/** The breaker after a question was answered, whatever the answer. */
export function answered(): Breaker {
  return closedBreaker
}

/** The breaker after a question failed. */
export function failed(rule: BreakerRule, breaker: Breaker, now: number): Breaker {
  if (breaker.state === 'closed' && breaker.failures + 1 < rule.failures)
    return { state: 'closed', failures: breaker.failures + 1 }
  return breaker.state === 'open' ? breaker : { state: 'open', until: now + rule.seconds * 1000 }
}

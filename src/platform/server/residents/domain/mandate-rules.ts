import { ok, type Result, refuse } from '#platform/kernel/result.ts'

/*
 * A mandate is in force from the moment it is given until its end or its withdrawal, whichever comes first; what ended does not count for
 * the instant itself. It lasts a year at most. One for named matters covers those alone, one for all covers what comes later too.
 */

/** What of a mandate the rules ask. */
export type MandateTerms = {
  /** Null is all. */
  readonly matters: readonly string[] | null
  readonly given_at: Date
  readonly ends_at: Date
  readonly withdrawn_at: Date | null
}

const longestDays = 366

/** Whether a mandate may be given until an instant. Refuses: `residents.mandate.ends-before`, `residents.mandate.too-long`. */
export function mayLast(until: Date, now: Date): Result<undefined> {
  if (until <= now) return refuse('residents.mandate.ends-before')
  const longest = now.getTime() + longestDays * 86_400_000
  return until.getTime() > longest ? refuse('residents.mandate.too-long') : ok(undefined)
}

/** Where a mandate stands at an instant. */
export function standingOf({ ends_at, withdrawn_at }: MandateTerms, at: Date): 'in-force' | 'withdrawn' | 'ended' {
  if (withdrawn_at !== null && withdrawn_at <= at) return 'withdrawn'
  return ends_at <= at ? 'ended' : 'in-force'
}

/** Whether a mandate lets a matter be done at an instant. */
export function covers(mandate: MandateTerms, matter: string, at: Date): boolean {
  if (at < mandate.given_at || standingOf(mandate, at) !== 'in-force') return false
  return mandate.matters === null || mandate.matters.includes(matter)
}

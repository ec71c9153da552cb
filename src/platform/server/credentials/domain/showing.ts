import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'

/** A code on a screen is good for this long; whoever shows it makes the next one. */
export const codeMinutes = 5
/** A holder may let something be seen for this long at most. */
export const mostDays = 90

/** When a showing ends: a code after minutes, a link when its holder said. Refuses `credentials.showing.too-long`. */
export function endOfShowing(way: 'code' | 'link', until: Instant | undefined, now: Instant): Result<Instant> {
  if (way === 'code') return ok(now + codeMinutes * 60_000)
  const most = now + mostDays * 86_400_000
  return until !== undefined && until > now && until <= most
    ? ok(until)
    : refuse('credentials.showing.too-long', { most: mostDays })
}

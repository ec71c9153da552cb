import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { ObligationRules } from '#platform/server/obligations/domain/obligation.ts'
import { type ObligationStory, replay } from '#platform/server/obligations/domain/replay.ts'

/*
 * A trial of another ladder: what people did is taken from the record, the passings are reckoned under the ladder that each
 * obligation was opened with and under the proposed one. What people would have done differently, it cannot know.
 */

/** A rung reached, and when first. */
export type Reached = { readonly level: number; readonly at: Instant }

/** The rungs that a story reached under some rules, each when it was first reached. */
export function rungsReached(rules: ObligationRules, story: ObligationStory, until: Instant): readonly Reached[] {
  const first = new Map<number, Instant>()
  for (const { kind, at, payload } of replay(rules, story, until).events) {
    if (kind !== 'obligations.obligation.climbed') continue
    const level = Number(payload.level)
    if (!first.has(level)) first.set(level, at)
  }
  return [...first].map(([level, at]) => ({ level, at })).sort((a, b) => a.level - b.level)
}

/** Whether two courses differ in any rung or instant. */
export function isDifferent(before: readonly Reached[], after: readonly Reached[]): boolean {
  return before.length !== after.length || before.some(({ at }, index) => at !== after[index]?.at)
}

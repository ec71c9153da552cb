import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { type Ladder, levelInstants } from '#platform/server/obligations/domain/ladder.ts'
import type { ObligationRules } from '#platform/server/obligations/domain/obligation.ts'
import { type ObligationStory, replay } from '#platform/server/obligations/domain/replay.ts'

/*
 * A trial of another ladder: what people did is taken from the record, the passings are reckoned under the ladder that each
 * obligation was opened with and under the proposed one. What people would have done differently, it cannot know.
 *
 * The first rung is reached a millisecond after the deadline under every ladder; only the later ones depend on its limits. So what was
 * never late has climbed under none, and needs no reckoning: it is counted as tried, and does not differ.
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

/** What somebody did: event, instant, what the rules need of it. */
export type Act = readonly [event: string, at: Instant, payload: Readonly<Record<string, unknown>>]

/** The story that acts tell by version; undefined where the opening is not among them. */
export function storyOf(id: string, acts: Readonly<Record<string, Act>>): ObligationStory | undefined {
  const [opened, ...rest] = Object.values(acts) // whole numbers as keys: in their order
  if (opened?.[0] !== 'opened') return undefined
  const [, openedAt, { dueAt, debtor }] = opened
  const events = rest.map(([event, at, payload]) => ({ kind: `obligations.obligation.${event}`, at, payload }))
  return {
    ...{ id, openedAt, dueAt: Date.parse(String(dueAt)), debtor: debtor as ObligationStory['debtor'] },
    acts: events as unknown as ObligationStory['acts'],
  }
}

/** Rules that reckon the rungs of each deadline once, for many obligations. */
export function rulesKept(calendar: WorkCalendar, ladder: Ladder): ObligationRules {
  const kept = new Map<Instant, readonly Instant[]>()
  const instantsOf = (dueAt: Instant) => {
    const instants = kept.get(dueAt) ?? levelInstants(calendar, ladder, dueAt)
    kept.set(dueAt, instants)
    return instants
  }
  return { calendar, ladder, instantsOf }
}

import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'

/*
 * A hard case (揭榜抢分, SYSTEMS.md A1): a piece of work that a unit publishes with points, and that teams claim. Its states:
 *   published  anybody may claim it with a team until its deadline;
 *   assigned   one team has it, and its leader owes it;
 *   submitted  the result is handed in and waits for the publisher;
 *   scored     the result is accepted; the points went to the members by their shares;
 *   withdrawn  the publisher took it back, with a reason; it stays visible and gives no points.
 * Selection is stated when it is published: `first` gives it to the first team that claims it, `choice` lets the publisher
 * choose among the teams. A returned result makes it assigned again, with the same deadline.
 */

export const hardCaseStates = ['published', 'assigned', 'submitted', 'scored', 'withdrawn'] as const
export type HardCaseState = (typeof hardCaseStates)[number]
export type Selection = 'first' | 'choice'

/** A hard case as the rules see it. */
export type HardCase = {
  readonly id: string
  readonly title: string
  readonly state: HardCaseState
  readonly selection: Selection
  readonly points: number
  readonly deadline: Instant
  /** The team that has it. */
  readonly team: string | null
  readonly version: number
}

/** A claim: whether it takes the case at once. */
export function claim(one: HardCase, team: string, now: Instant): Result<HardCase> {
  if (one.state !== 'published') return refuse('projects.hard-case.taken', { title: one.title })
  if (now > one.deadline) return refuse('projects.hard-case.past-deadline', { title: one.title })
  return ok(one.selection === 'first' ? assigned(one, team) : next(one, {}))
}

/** The publisher chooses among the teams. */
export function choose(one: HardCase, team: string): Result<HardCase> {
  return one.state === 'published' ? ok(assigned(one, team)) : refuse('projects.hard-case.taken', { title: one.title })
}

/** The team hands in its result. */
export function handIn(one: HardCase): Result<HardCase> {
  return one.state === 'assigned' ? ok(next(one, { state: 'submitted' })) : notAt(one)
}

/** The publisher accepts the result: it is scored. */
export function score(one: HardCase): Result<HardCase> {
  return one.state === 'submitted' ? ok(next(one, { state: 'scored' })) : notAt(one)
}

/** The publisher gives the result back. */
export function giveBack(one: HardCase): Result<HardCase> {
  return one.state === 'submitted' ? ok(next(one, { state: 'assigned' })) : notAt(one)
}

/** The publisher takes the case back, as long as it gave no points. */
export function withdrawCase(one: HardCase): Result<HardCase> {
  const isOver = one.state === 'scored' || one.state === 'withdrawn'
  return isOver ? notAt(one) : ok(next(one, { state: 'withdrawn' }))
}

function assigned(one: HardCase, team: string): HardCase {
  return next(one, { state: 'assigned', team })
}

function next(one: HardCase, after: Partial<HardCase>): HardCase {
  return { ...one, ...after, version: one.version + 1 }
}

function notAt<T>({ title, state }: HardCase): Result<T> {
  return refuse('projects.hard-case.not-at', { title, state })
}

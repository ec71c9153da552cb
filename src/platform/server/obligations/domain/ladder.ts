import { addWorkingDays, addWorkingTime, type Instant, type WorkCalendar } from '#platform/kernel/working-time/index.ts'

/** A limit in working days (counted from the next working day) or working hours. */
export type Limit = { readonly workingDays: number } | { readonly workingHours: number }

/** Who holds a level: a post of the obligation's own lead unit, or of a named organisation. */
export type Receiver =
  | { readonly relation: 'lead-unit'; readonly post: string }
  | { readonly organisation: string; readonly post: string }

/** One rung. The last has no limit: whoever holds it judges alone, without a task or deadline from us. */
export type Level = {
  readonly name: string
  readonly receiver: Receiver
  readonly limit?: Limit | undefined
  /** What is hidden from whoever holds this level. */
  readonly masks?: readonly string[] | undefined
}

/** A ladder (逐级督办) of the county pack, at one version. */
export type Ladder = {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly levels: readonly Level[]
}

/**
 * The instants at which an obligation reaches each level: the first when it falls due unanswered, each next when the one
 * before has had its time. Gives one instant for each level, in order.
 */
export function levelInstants(calendar: WorkCalendar, ladder: Ladder, dueAt: Instant): readonly Instant[] {
  const instants: Instant[] = []
  let at: Instant | undefined = dueAt + 1 // the deadline itself is still in time
  for (const level of ladder.levels) {
    if (at === undefined) break
    instants.push(at)
    at = level.limit === undefined ? undefined : after(calendar, at, level.limit)
  }
  return instants
}

/** The end of a limit that begins at an instant. */
export function after(calendar: WorkCalendar, from: Instant, limit: Limit): Instant {
  if ('workingDays' in limit) return addWorkingDays(calendar, from, limit.workingDays).at + 1
  return addWorkingTime(calendar, from, limit.workingHours * 3_600_000).at + 1
}

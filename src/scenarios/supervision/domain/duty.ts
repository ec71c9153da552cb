import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { after, type Ladder, type Limit } from '#platform/server/obligations/domain/ladder.ts'
import type { ObligationState } from '#platform/server/obligations/domain/obligation.ts'

/*
 * A duty (督办任务) is what one unit owes of a matter that was opened by hand. Its obligation holds deadline, rung and state; here
 * is what a unit may ask about it, and how often it may be urged:
 *   extension   asked before the deadline and no later, at most so many times; a co-operating unit never beyond its lead.
 *               Whoever holds the lowest rung that is not the debtor's own decides: one level up.
 *   dispute     of the assignment, within its time from the opening; the two offices decide. The clock stands still meanwhile.
 *   appeal      against one passing of the ladder, once for each; the two offices decide. The passing itself stays on record.
 *   reminder    limited in number and in pace, so that urging does not become a burden.
 */

/** What one may do so many times, and how soon again. */
export type DutyLimits = {
  readonly dispute: Limit
  readonly extensions: number
  readonly reminders: { readonly most: number; readonly apart: Limit }
}

/** A duty as these rules see it. */
export type Duty = {
  readonly part: 'lead' | 'part'
  readonly state: ObligationState
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly level: number
  readonly extensions: number
  readonly reminders: number
  readonly remindedAt: Instant | null
}

/** The limits of a county over its calendar. */
export type DutyRules = { readonly calendar: WorkCalendar; readonly limits: DutyLimits }

/** Whether an extension until an instant may be asked for; `leadDueAt` is the deadline of the lead's own duty. */
export function mayExtend(
  { limits }: DutyRules,
  duty: Duty,
  wanted: { readonly until: Instant; readonly leadDueAt: Instant },
  now: Instant,
): Result<true> {
  if (duty.state !== 'open') return refuse('obligations.obligation.not-open')
  if (now > duty.dueAt) return refuse('supervision.extension.after-deadline', { dueAt: iso(duty.dueAt) })
  if (duty.extensions >= limits.extensions) return refuse('supervision.extension.used-up', { most: limits.extensions })
  if (wanted.until <= duty.dueAt) return refuse('supervision.extension.not-later', { dueAt: iso(duty.dueAt) })
  if (duty.part === 'part' && wanted.until > wanted.leadDueAt)
    return refuse('supervision.extension.beyond-lead', { dueAt: iso(wanted.leadDueAt) })
  return ok(true)
}

/** Whether the assignment may still be disputed. */
export function mayDispute({ calendar, limits }: DutyRules, duty: Duty, now: Instant): Result<true> {
  if (duty.state !== 'open') return refuse('obligations.obligation.not-open')
  const until = after(calendar, duty.openedAt, limits.dispute) - 1
  return now > until ? refuse('supervision.dispute.too-late', { until: iso(until) }) : ok(true)
}

/** Whether the debtor may be urged. */
export function mayRemind({ calendar, limits }: DutyRules, duty: Duty, now: Instant): Result<true> {
  const { most, apart } = limits.reminders
  if (duty.state !== 'open') return refuse('obligations.obligation.not-open')
  if (duty.reminders >= most) return refuse('supervision.reminder.used-up', { most })
  const from = duty.remindedAt === null ? now : after(calendar, duty.remindedAt, apart) - 1
  return now < from ? refuse('supervision.reminder.too-soon', { from: iso(from) }) : ok(true)
}

/** Who decides about an extension: the holder of the lowest rung that is not the debtor's own; `lead` is the lead unit. */
export function levelAbove(ladder: Ladder, debtor: string, lead: string, offices: string): string {
  const holders = ladder.levels.map(({ receiver }) => ('relation' in receiver ? lead : receiver.organisation))
  return holders.find((holder) => holder !== debtor) ?? offices
}

function iso(at: Instant): string {
  return new Date(at).toISOString()
}

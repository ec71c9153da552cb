import type { Instant } from './civil-date.ts'
import { describeRemaining } from './remaining.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { workingTimeBetween } from './working-time.ts'

/**
 * What is left at `now` of a limit that ran from one instant to another, in the shape that screens take: working minutes, negative
 * when late, and the share that is left.
 */
export function timeLeft(
  calendar: WorkCalendar,
  limit: { readonly from: Instant; readonly dueAt: Instant },
  now: Instant,
) {
  const { from, dueAt } = limit
  const left = describeRemaining(calendar, now, dueAt)
  const whole = workingTimeBetween(calendar, from, dueAt).workingMilliseconds
  return {
    dueAt: new Date(dueAt).toISOString(),
    workingMinutes: (left.isLate ? -1 : 1) * Math.floor(left.workingMilliseconds / 60_000),
    minutesPerDay: Math.round(calendar.ordinaryDayMilliseconds / 60_000),
    share: left.isLate || whole <= 0 ? 0 : Math.min(1, left.workingMilliseconds / whole),
    late: left.isLate,
    provisionalYears: [...left.provisionalYears],
  }
}

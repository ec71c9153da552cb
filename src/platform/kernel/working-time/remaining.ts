import type { Instant } from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { workingTimeBetween } from './working-time.ts'

/** What is left until a deadline, or how late it is: `workingDays`, `workingHours` and `workingMinutes` add up, rounded down. */
export type Remaining = {
  readonly isLate: boolean
  readonly workingDays: number
  readonly workingHours: number
  readonly workingMinutes: number
  /** The whole, never negative; 0 while late in a night or on a holiday. */
  readonly workingMilliseconds: number
  readonly provisionalYears: readonly number[]
}

/**
 * Tells the working time between now and a deadline in working days (of the ordinary day's length), hours and minutes.
 * @example 剩 2 个工作日 3 小时: `{ isLate: false, workingDays: 2, workingHours: 3, workingMinutes: 0, … }`
 */
export function describeRemaining(calendar: WorkCalendar, now: Instant, dueAt: Instant): Remaining {
  const span = workingTimeBetween(calendar, now, dueAt)
  const workingMilliseconds = Math.abs(span.workingMilliseconds)
  const inLastDay = workingMilliseconds % calendar.ordinaryDayMilliseconds
  return {
    isLate: now > dueAt,
    workingDays: Math.floor(workingMilliseconds / calendar.ordinaryDayMilliseconds),
    workingHours: Math.floor(inLastDay / 3_600_000),
    workingMinutes: Math.floor((inLastDay % 3_600_000) / 60_000),
    workingMilliseconds,
    provisionalYears: span.provisionalYears,
  }
}

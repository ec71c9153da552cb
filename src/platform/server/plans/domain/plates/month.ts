import {
  addWorkingDays,
  type CivilDate,
  civilDate,
  dateOf,
  describeDay,
  type Instant,
  startOfDate,
  type WorkCalendar,
} from '#platform/kernel/working-time/index.ts'

/** A month as people write it: `2026-11`. */
export type Month = string

/** When a county closes a month. */
export type Closing = 'last-working-hour' | 'month-end'

const millisecondsPerDay = 86_400_000

/** The month in which an instant falls in China. */
export function monthOf(instant: Instant): Month {
  return dateOf(instant).slice(0, 7)
}

/** The first instant of a month. */
export function startOfMonth(month: Month): Instant {
  return startOfDate(civilDate(`${month}-01`))
}

/** The month after. @example `monthAfter('2026-12')` is `2027-01` */
export function monthAfter(month: Month): Month {
  return monthOf(startOfMonth(month) + 32 * millisecondsPerDay)
}

/**
 * The last instant that still counts for a month: the end of work on its last working day, a make-up Saturday among them, or
 * its last millisecond. A month without a working day ends with itself.
 */
export function closingOf(calendar: WorkCalendar, month: Month, closes: Closing): Instant {
  const end = startOfMonth(monthAfter(month)) - 1
  const last = closes === 'month-end' ? undefined : lastWorkingDay(calendar, month)
  return last === undefined ? end : addWorkingDays(calendar, startOfDate(last) - 1, 1).at
}

function lastWorkingDay(calendar: WorkCalendar, month: Month): CivilDate | undefined {
  const start = startOfMonth(month)
  for (let at = startOfMonth(monthAfter(month)) - millisecondsPerDay; at >= start; at -= millisecondsPerDay)
    if (describeDay(calendar, dateOf(at)).isWorked) return dateOf(at)
  return undefined
}

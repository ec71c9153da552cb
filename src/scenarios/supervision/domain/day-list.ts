import {
  civilDate,
  dateOf,
  describeDay,
  type Instant,
  startOfDate,
  type WorkCalendar,
} from '#platform/kernel/working-time/index.ts'

/*
 * The list of the day (每日清单) is told at a set hour on working days, to each person with something late or due that day, once.
 * A list that could not be told in its own day is not told any more.
 */

/** The day whose list is to be told at an instant, as YYYY-MM-DD; nothing before its hour or on a day off. */
export function dayToList(calendar: WorkCalendar, hour: string, now: Instant): string | undefined {
  const day = dateOf(now)
  if (!describeDay(calendar, day).isWorked) return undefined
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return now >= startOfDate(civilDate(day)) + (hours * 60 + minutes) * 60_000 ? day : undefined
}

/** The end of a day. */
export function endOfDay(day: string): Instant {
  return startOfDate(civilDate(day)) + 86_400_000
}

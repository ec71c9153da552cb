import { type DayNumber, yearOfDay } from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** The years from one day to another, in either order, whose holidays the State Council has not published yet. */
export function provisionalYearsBetween(calendar: WorkCalendar, one: DayNumber, other: DayNumber): readonly number[] {
  const last = yearOfDay(Math.max(one, other))
  const years: number[] = []
  for (let year = yearOfDay(Math.min(one, other)); year <= last; year++) {
    if (!calendar.publishedYears.has(year)) years.push(year)
  }
  return years
}

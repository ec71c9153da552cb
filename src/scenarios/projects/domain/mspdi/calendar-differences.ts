import {
  civilDate,
  dateOf,
  describeDay,
  type Instant,
  startOfDate,
  type WorkCalendar,
} from '#platform/kernel/working-time/index.ts'
import type { FileCalendar, FileHours } from './project-file.ts'

/** A day on which a file's calendar and the county's disagree. */
export type CalendarDifference = {
  readonly date: string
  readonly file: 'worked' | 'off'
  readonly county: 'worked' | 'off'
  /** As the file's exception or the county's notice calls it. */
  readonly name: string
}

/** What a file's calendar says that the county's does not: dates stay as they are in the file, working time is the county's. */
export type CalendarComparison = {
  readonly name: string
  /** Hours of its Monday to Friday, as `08:00–12:00 13:00–17:00`; several kinds of day are joined by a semicolon. */
  readonly hours: string
  readonly countyHours: string
  readonly differences: readonly CalendarDifference[]
  /** How many more differ than are listed. */
  readonly more: number
}

const dayMilliseconds = 86_400_000
const mostListed = 200
const mostDays = 40 * 366

/** Compares a file's calendar with the county's day by day, from one instant to another. */
export function compareCalendars(
  calendars: readonly FileCalendar[],
  uid: number,
  county: WorkCalendar,
  [from, to]: readonly [Instant, Instant],
): CalendarComparison | null {
  const calendar = calendars.find((one) => one.uid === uid)
  if (calendar === undefined) return null
  const hoursOn = hoursReader(calendars, calendar)
  const differences: CalendarDifference[] = []
  const first = startOfDate(dateOf(from))
  const last = Math.min(to, first + mostDays * dayMilliseconds)
  for (let at = first; at <= last; at += dayMilliseconds) {
    const date = dateOf(at)
    const { hours, name } = hoursOn(date)
    const day = describeDay(county, civilDate(date))
    const file = hours.length > 0 ? 'worked' : 'off'
    const ours = day.isWorked ? 'worked' : 'off'
    if (file !== ours) differences.push({ date, file, county: ours, name: name || day.name || '' })
  }
  const listed = differences.slice(0, mostListed)
  return {
    name: calendar.name,
    hours: tellHours([1, 2, 3, 4, 5].map((weekday) => weekdayHours(calendars, calendar, weekday))),
    countyHours: countyHours(county, first),
    differences: listed,
    more: differences.length - listed.length,
  }
}

function hoursReader(calendars: readonly FileCalendar[], calendar: FileCalendar) {
  return (date: string): { hours: FileHours; name: string } => {
    const exception = exceptionsOf(calendars, calendar).find(({ from, to }) => from <= date && date <= to)
    if (exception) return exception
    return { hours: weekdayHours(calendars, calendar, new Date(`${date}T00:00:00Z`).getUTCDay()), name: '' }
  }
}

function exceptionsOf(calendars: readonly FileCalendar[], calendar: FileCalendar): FileCalendar['exceptions'] {
  const base = calendars.find(({ uid }) => uid === calendar.base && uid !== calendar.uid)
  return [...calendar.exceptions, ...(base?.exceptions ?? [])]
}

/** A calendar that says nothing of a weekday has its base's hours; with no base, Monday to Friday from eight to five. */
function weekdayHours(calendars: readonly FileCalendar[], calendar: FileCalendar, weekday: number): FileHours {
  const own = calendar.weekdays[weekday]
  if (own) return own
  const base = calendars.find(({ uid }) => uid === calendar.base && uid !== calendar.uid)
  return base?.weekdays[weekday] ?? (weekday === 0 || weekday === 6 ? [] : usual)
}

const usual: FileHours = [
  [480, 720],
  [780, 1020],
]

function countyHours(county: WorkCalendar, from: Instant): string {
  const days = Array.from({ length: 366 }, (_, day) => from + day * dayMilliseconds)
  const worked = days.map(
    (at) => county.schedules[Math.round((at + 8 * 3_600_000) / dayMilliseconds) - county.firstDay],
  )
  const sessions = worked.map((schedule) =>
    (schedule?.sessions ?? []).map(
      ({ startMilliseconds, endMilliseconds }) => [startMilliseconds / 60_000, endMilliseconds / 60_000] as const,
    ),
  )
  return tellHours(sessions.filter((hours) => hours.length > 0))
}

function tellHours(days: readonly FileHours[]): string {
  const told = days.map((hours) => hours.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(' ') || '—')
  return [...new Set(told)].join('; ')
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

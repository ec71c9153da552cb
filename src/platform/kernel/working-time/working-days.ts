import {
  type CivilDate,
  type DayNumber,
  dateOfDay,
  dayOf,
  dayOfDate,
  type Instant,
  startOfDay,
  weekdayOfDay,
} from './civil-date.ts'
import { provisionalYearsBetween } from './provisional-years.ts'
import { firstAbove } from './search.ts'
import { endOfWork } from './session.ts'
import type { WorkCalendar } from './work-calendar.ts'
import type { ReckonedInstant } from './working-time.ts'

/** What a calendar knows of one day. `name` and `source` stand for holidays and make-up days only. */
export type DescribedDay = {
  readonly date: CivilDate
  readonly isWorked: boolean
  readonly kind: 'workday' | 'weekend' | 'holiday' | 'makeup'
  readonly name?: string
  readonly source?: string
  readonly provisionalYears: readonly number[]
}

/**
 * The end of work on the n-th working day after the day of `from`, n of 1 or more: the day on which a limit begins does not
 * count (民法典第二百零一条; 行政许可法第八十二条 counts working days only). What is owed at once is a limit in working time.
 */
export function addWorkingDays(calendar: WorkCalendar, from: Instant, workingDays: number): ReckonedInstant {
  const start = dayOf(from)
  const day = nthWorkingDayAfter(calendar, start, workingDays)
  const schedule = scheduleAt(calendar, day)
  return { at: startOfDay(day) + endOfWork(schedule), provisionalYears: provisionalYearsBetween(calendar, start, day) }
}

/** Working days after the day of `from` up to and including the day of `to`; negative where `to` lies before. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
): { readonly workingDays: number; readonly provisionalYears: readonly number[] } {
  return {
    workingDays: workingDaysThrough(calendar, dayOf(to)) - workingDaysThrough(calendar, dayOf(from)),
    provisionalYears: provisionalYearsBetween(calendar, dayOf(from), dayOf(to)),
  }
}

/** One day: worked or not, and by which notice. An object, so never an `if` by itself: ask `.isWorked`. */
export function describeDay(calendar: WorkCalendar, date: CivilDate): DescribedDay {
  const day = dayOfDate(date)
  const special = calendar.specialDays.get(day)
  const weekday = weekdayOfDay(day)
  return {
    date,
    isWorked: scheduleAt(calendar, day).workingMilliseconds > 0,
    kind: special?.kind ?? (weekday === 0 || weekday === 6 ? 'weekend' : 'workday'),
    ...(special && { name: special.name, source: special.source }),
    provisionalYears: provisionalYearsBetween(calendar, day, day),
  }
}

function nthWorkingDayAfter(calendar: WorkCalendar, start: DayNumber, workingDays: number): DayNumber {
  if (!Number.isInteger(workingDays) || workingDays < 1) throw new RangeError('a limit in working days is 1 or more')
  const wanted = workingDaysThrough(calendar, start) + workingDays
  return calendar.firstDay + firstAbove(calendar.workingDaysBefore, wanted - 1) - 1
}

function workingDaysThrough(calendar: WorkCalendar, day: DayNumber): number {
  scheduleAt(calendar, day)
  return calendar.workingDaysBefore[day - calendar.firstDay + 1] ?? 0
}

function scheduleAt(calendar: WorkCalendar, day: DayNumber) {
  const schedule = calendar.schedules[day - calendar.firstDay]
  if (schedule === undefined) throw new RangeError(`the calendar does not cover ${dateOfDay(day)}`)
  return schedule
}

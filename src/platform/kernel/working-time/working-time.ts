import { type DayNumber, dayOf, type Instant, startOfDay } from './civil-date.ts'
import { provisionalYearsBetween } from './provisional-years.ts'
import { firstAbove } from './search.ts'
import { earliestTimeWith, latestTimeWith, workedUntil } from './session.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** An instant that a calendar gave, and the unpublished years by whose weekends alone it was reckoned. */
export type ReckonedInstant = { readonly at: Instant; readonly provisionalYears: readonly number[] }

/** A span that a calendar gave, negative where the second instant lies before the first. */
export type ReckonedSpan = { readonly workingMilliseconds: number; readonly provisionalYears: readonly number[] }

/**
 * The instant at which `workingMilliseconds` (whole) of working time have passed since `from`.
 * Forward it is the first such instant, so a limit met exactly falls due at the end of a session and not at the beginning
 * of the next; backward (negative) it is the last. Zero gives `from` itself.
 * @example `addWorkingTime(calendar, now, 4 * 3_600_000).at`
 */
export function addWorkingTime(calendar: WorkCalendar, from: Instant, workingMilliseconds: number): ReckonedInstant {
  if (!Number.isSafeInteger(workingMilliseconds)) throw new RangeError('working time is given in whole milliseconds')
  const at = instantAfter(calendar, from, workingMilliseconds)
  return { at, provisionalYears: provisionalYearsBetween(calendar, dayOf(from), dayOf(at)) }
}

/**
 * Working time from `from` to `to`; the inverse of `addWorkingTime`:
 * `workingTimeBetween(c, t, addWorkingTime(c, t, d).at).workingMilliseconds === d` for every d.
 */
export function workingTimeBetween(calendar: WorkCalendar, from: Instant, to: Instant): ReckonedSpan {
  return {
    workingMilliseconds: workedBefore(calendar, to) - workedBefore(calendar, from),
    provisionalYears: provisionalYearsBetween(calendar, dayOf(from), dayOf(to)),
  }
}

function instantAfter(calendar: WorkCalendar, from: Instant, workingMilliseconds: number): Instant {
  const worked = workedBefore(calendar, from) + workingMilliseconds
  if (workingMilliseconds > 0) return earliestInstantWith(calendar, worked)
  return workingMilliseconds < 0 ? latestInstantWith(calendar, worked) : from
}

/** All working time of the calendar before an instant: never falls, and grows by a millisecond a millisecond while work goes on. */
export function workedBefore(calendar: WorkCalendar, instant: Instant): number {
  const day = dayOf(instant)
  const index = day - calendar.firstDay
  const schedule = calendar.schedules[index]
  if (schedule === undefined) throw new RangeError(`the calendar does not cover ${new Date(instant).toISOString()}`)
  return (calendar.workingMillisecondsBefore[index] ?? 0) + workedUntil(schedule, instant - startOfDay(day))
}

/** The first instant at which so much has been worked. */
export function earliestInstantWith(calendar: WorkCalendar, worked: number): Instant {
  return instantOn(calendar, firstAbove(calendar.workingMillisecondsBefore, worked - 1) - 1, worked, earliestTimeWith)
}

/** The last instant at which no more than so much has been worked. */
export function latestInstantWith(calendar: WorkCalendar, worked: number): Instant {
  return instantOn(calendar, firstAbove(calendar.workingMillisecondsBefore, worked) - 1, worked, latestTimeWith)
}

function instantOn(
  calendar: WorkCalendar,
  index: DayNumber,
  worked: number,
  timeWith: typeof earliestTimeWith,
): Instant {
  const schedule = calendar.schedules[index]
  if (schedule === undefined) throw new RangeError('the answer lies outside the years that the calendar covers')
  const timeOfDay = timeWith(schedule, worked - (calendar.workingMillisecondsBefore[index] ?? 0))
  return startOfDay(calendar.firstDay + index) + timeOfDay
}

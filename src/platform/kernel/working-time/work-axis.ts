import type { Instant } from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { earliestInstantWith, latestInstantWith, workedBefore } from './working-time.ts'

/**
 * Working time laid out as one row of whole milliseconds, so that adding is `+`. A night or a holiday is one position on it:
 * the end of work and the next beginning fall together.
 */
export type WorkAxis = {
  /** Where an instant lies: all working time of the calendar before it. */
  positionOf(instant: Instant): number
  /** The instant at which work at a position begins: the last one there, so after a night it is the morning. */
  startAt(position: number): Instant
  /** The instant at which work up to a position ends: the first one there, so before a night it is the evening. */
  finishAt(position: number): Instant
}

/**
 * The axis of a calendar. Throws a RangeError outside the years that it covers.
 * @example `axis.finishAt(axis.positionOf(now) + 4 * 3_600_000)` is `addWorkingTime(calendar, now, 4 * 3_600_000).at`
 */
export function workAxis(calendar: WorkCalendar): WorkAxis {
  const days = calendar.schedules.length
  const whole = calendar.workingMillisecondsBefore[days] ?? 0
  const assertCovered = (position: number) => {
    if (!(position > 0 && position < whole)) throw new RangeError('the position lies outside the calendar')
  }
  return {
    positionOf: (instant) => workedBefore(calendar, instant),
    startAt: (position) => {
      assertCovered(position)
      return latestInstantWith(calendar, position)
    },
    finishAt: (position) => {
      assertCovered(position)
      return earliestInstantWith(calendar, position)
    },
  }
}

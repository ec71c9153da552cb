import {
  type CivilDate,
  dateOf,
  describeDay,
  type Instant,
  startOfDate,
  type WorkCalendar,
} from '#platform/kernel/working-time/index.ts'
import type { Mode } from './channel.ts'

/*
 * When a message leaves. What is urgent leaves at once. What a person has gathered leaves at the hour of the digest, on the next
 * working day. All else leaves at once, but not in the quiet hours and not on days off: then when the next working day's quiet ends.
 */

/** The county's hours, `20:00`. */
export type Hours = { readonly quiet: { readonly from: string; readonly to: string }; readonly digestAt: string }

/** When a message leaves, and whether it is gathered with others. */
export type Departure = { readonly at: Instant; readonly gathered: boolean }

/** What is told in the last minute before a digest leaves goes with the next one: the digest may be on its way. */
const closing = 60_000

/** When a notice leaves for a person who wants the channel so. */
export function whenToSend(
  calendar: WorkCalendar,
  hours: Hours,
  notice: { readonly urgent: boolean; readonly mode: Exclude<Mode, 'off'> },
  now: Instant,
): Departure {
  if (notice.urgent) return { at: now, gathered: false }
  if (notice.mode === 'digest') return { at: nextAt(calendar, hours.digestAt, now + closing), gathered: true }
  return { at: isQuiet(calendar, hours, now) ? nextAt(calendar, hours.quiet.to, now) : now, gathered: false }
}

/** Whether an instant lies in the quiet hours, which may go over midnight, or on a day off. */
export function isQuiet(calendar: WorkCalendar, { quiet }: Hours, now: Instant): boolean {
  const day = dateOf(now)
  if (!describeDay(calendar, day).isWorked) return true
  const time = now - startOfDate(day)
  const [from, to] = [millisecondsOf(quiet.from), millisecondsOf(quiet.to)]
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** The next instant, later than `now`, at which it is that time on a working day. */
function nextAt(calendar: WorkCalendar, time: string, now: Instant): Instant {
  for (let day = dateOf(now); ; day = dayAfter(day)) {
    const at = startOfDate(day) + millisecondsOf(time)
    if (at > now && describeDay(calendar, day).isWorked) return at
  }
}

function dayAfter(day: CivilDate): CivilDate {
  return dateOf(startOfDate(day) + 86_400_000)
}

function millisecondsOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000
}

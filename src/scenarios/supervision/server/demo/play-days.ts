import {
  addWorkingDays,
  type CivilDate,
  dateOf,
  describeDay,
  type Instant,
  startOfDate,
  type WorkCalendar,
} from '#platform/kernel/working-time/index.ts'

/** A moment of a script: working days from the first day, and HH:MM. */
export type Moment = { readonly on: number; readonly at: string }

/** The instants of a script's moments. Day 0 is the first working day whose work is not over when the play is begun. */
export function playDays(calendar: WorkCalendar, begun: Instant): (moment: Moment) => Instant {
  const endAfter = (from: Instant, days: number) => addWorkingDays(calendar, from, days).at
  const today = endAfter(startOfDate(dateOf(begun)) - 1, 1)
  const first = today > begun ? today : endAfter(begun, 1)
  const dayOf = (offset: number): CivilDate => {
    if (offset >= 0) return dateOf(offset === 0 ? first : endAfter(first, offset))
    let day = dateOf(first)
    for (let left = -offset; left > 0; ) {
      day = dateOf(startOfDate(day) - 43_200_000)
      if (describeDay(calendar, day).isWorked) left -= 1
    }
    return day
  }
  return ({ on, at }) => startOfDate(dayOf(on)) + Date.parse(`1970-01-01T${at}:00Z`)
}

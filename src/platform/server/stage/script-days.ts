import {
  addWorkingDays,
  type CivilDate,
  dateOf,
  describeDay,
  type Instant,
  startOfDate,
  type WorkCalendar,
} from '#platform/kernel/working-time/index.ts'

/** Days and moments of scripts, as offsets in working days from the day on which the play is first seen. */
export type ScriptDays = {
  dayOf(offset: number): CivilDate
  /** `at` is HH:MM. */
  instantOf(moment: { readonly on: number; readonly at: string }): Instant
  /** The end of a day's work. */
  endOf(offset: number): Instant
}

const millisecondsPerDay = 86_400_000

/** Day 0 is the first working day whose work is not over at `now`, so that every day before it lies in the past. */
export function scriptDays(calendar: WorkCalendar, now: Instant): ScriptDays {
  const past: CivilDate[] = []
  const ending = (after: Instant, days: number) => addWorkingDays(calendar, after, days).at
  const today = ending(startOfDate(dateOf(now)) - 1, 1)
  const first = today > now ? today : ending(now, 1)
  const dayOf = (offset: number): CivilDate => {
    if (offset >= 0) return dateOf(offset === 0 ? first : ending(first, offset))
    for (let day = past.at(-1) ?? dateOf(first); past.length < -offset; ) {
      day = dateOf(startOfDate(day) - millisecondsPerDay / 2)
      if (describeDay(calendar, day).isWorked) past.push(day)
    }
    return past[-offset - 1] as CivilDate
  }
  return {
    dayOf,
    instantOf: ({ on, at }) => startOfDate(dayOf(on)) + Date.parse(`1970-01-01T${at}:00Z`),
    endOf: (offset) => ending(startOfDate(dayOf(offset)) - 1, 1),
  }
}

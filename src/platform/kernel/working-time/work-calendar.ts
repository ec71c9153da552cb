import {
  type CalendarDefinition,
  calendarFaults,
  calendarYears,
  type Season,
  type SpecialDay,
} from './calendar-definition.ts'
import { civilDate, type DayNumber, dateOfDay, dayOfDate, weekdayOfDay } from './civil-date.ts'
import { type Schedule, scheduleOf } from './session.ts'

/**
 * Working time made ready for questions: sums over all days up to each day, so that an answer is a binary search.
 * Indexes of the arrays are days since the first covered day.
 */
export type WorkCalendar = {
  readonly version: string
  readonly publishedYears: ReadonlySet<number>
  readonly specialDays: ReadonlyMap<DayNumber, SpecialDay>
  /** Length of an ordinary day's work; "a working day" where a span is told in days. */
  readonly ordinaryDayMilliseconds: number
  readonly firstDay: DayNumber
  /** One for each covered day; without sessions on a day off. */
  readonly schedules: readonly Schedule[]
  /** Entry i sums the days before day i; one entry more than there are days. */
  readonly workingMillisecondsBefore: Float64Array
  readonly workingDaysBefore: Int32Array
}

/**
 * Builds a calendar, once for each version of the data (about 10 ms and 1 MB).
 * Throws where the definition has faults: ask `calendarFaults` first where it comes from outside.
 * @example `workCalendar({ version: '2026-1', sessions: [['08:30', '12:00'], ['13:30', '17:30']], ...stateCouncil })`
 */
export function workCalendar(definition: CalendarDefinition): WorkCalendar {
  const faults = calendarFaults(definition)
  if (faults[0]) throw new Error(`calendar ${definition.version}: ${faults[0].path.join('.')}: ${faults[0].en}`)
  const firstDay = dayOfDate(civilDate(`${calendarYears.first}-01-01`))
  const dayCount = dayOfDate(civilDate(`${calendarYears.last}-12-31`)) - firstDay + 1
  const specialDays = new Map(definition.days.map((day) => [dayOfDate(civilDate(day.date)), day]))
  const scheduleOfDay = schedulePicker(definition, specialDays)
  const schedules = Array.from({ length: dayCount }, (_, index) => scheduleOfDay(firstDay + index))
  return {
    version: definition.version,
    publishedYears: new Set(definition.publishedYears),
    specialDays,
    ordinaryDayMilliseconds: scheduleOf(definition.sessions).workingMilliseconds,
    firstDay,
    schedules,
    workingMillisecondsBefore: sumsBefore(
      new Float64Array(dayCount + 1),
      (i) => schedules[i]?.workingMilliseconds ?? 0,
    ),
    workingDaysBefore: sumsBefore(new Int32Array(dayCount + 1), (i) =>
      (schedules[i]?.workingMilliseconds ?? 0) > 0 ? 1 : 0,
    ),
  }
}

const dayOff: Schedule = { sessions: [], workingMilliseconds: 0 }

function schedulePicker(definition: CalendarDefinition, specialDays: ReadonlyMap<DayNumber, SpecialDay>) {
  const ordinary = scheduleOf(definition.sessions)
  const seasons = (definition.seasons ?? []).map((season) => ({ season, schedule: scheduleOf(season.sessions) }))
  return (day: DayNumber): Schedule => {
    if (!isWorked(day, specialDays.get(day))) return dayOff
    if (seasons.length === 0) return ordinary
    const monthAndDay = dateOfDay(day).slice(5)
    return seasons.find(({ season }) => isWithin(season, monthAndDay))?.schedule ?? ordinary
  }
}

function isWorked(day: DayNumber, special: SpecialDay | undefined): boolean {
  if (special) return special.kind === 'makeup'
  const weekday = weekdayOfDay(day)
  return weekday !== 0 && weekday !== 6
}

function isWithin({ from, until }: Season, monthAndDay: string): boolean {
  if (from <= until) return from <= monthAndDay && monthAndDay <= until
  return from <= monthAndDay || monthAndDay <= until
}

function sumsBefore<T extends Float64Array | Int32Array>(sums: T, amountOf: (index: number) => number): T {
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i - 1] ?? 0) + amountOf(i - 1)
  return sums
}

import { parseCivilDate } from './civil-date.ts'
import { parseSession, type SessionText } from './session.ts'

/** A day that is not what its weekday says: off although Monday to Friday, or worked (调休上班) although a weekend. */
export type SpecialDay = {
  readonly date: string
  readonly kind: 'holiday' | 'makeup'
  /** As the notice calls it: 春节. */
  readonly name: string
  /** The notice that says so: 国办发明电〔2025〕7号. */
  readonly source: string
}

/** Other hours for a part of every year, as summer hours (夏季作息). Both ends are days of it; it may run over New Year. */
export type Season = { readonly from: string; readonly until: string; readonly sessions: readonly SessionText[] }

/** What a county pack says of working time. Of two special days of one date the later in the list holds. */
export type CalendarDefinition = {
  /** Names the data as a whole, as `2026-1`; a computed deadline is kept with the version that it was computed by. */
  readonly version: string
  /** Hours of an ordinary working day in order, as `[['08:30', '12:00'], ['13:30', '17:30']]`. */
  readonly sessions: readonly SessionText[]
  /** Month and day, as `07-01`. */
  readonly seasons?: readonly Season[]
  readonly days: readonly SpecialDay[]
  /** Years whose State Council notice is among the days; every answer that touches another year is provisional. */
  readonly publishedYears: readonly number[]
}

/** What is wrong in a definition, and where: `path` leads through the definition, so that a pack can name the line. */
export type CalendarFault = { readonly path: readonly (string | number)[]; readonly zh: string; readonly en: string }

/** Everything wrong in a definition; empty where `workCalendar` will take it. */
export function calendarFaults(definition: CalendarDefinition): readonly CalendarFault[] {
  const seasons = definition.seasons ?? []
  return [
    ...sessionFaults(definition.sessions, ['sessions']),
    ...seasons.flatMap((season, index) => seasonFaults(season, ['seasons', index])),
    ...definition.days.flatMap((day, index) => dayFaults(day, ['days', index])),
    ...definition.publishedYears.flatMap((year, index) => yearFaults(year, ['publishedYears', index])),
  ]
}

type Path = readonly (string | number)[]

function sessionFaults(sessions: readonly SessionText[], path: Path): readonly CalendarFault[] {
  if (sessions.length === 0) {
    return [{ path, zh: '至少要有一段工作时间', en: 'at least one session of work is needed' }]
  }
  const faults: CalendarFault[] = []
  let previousEnd = 0
  sessions.forEach((text, index) => {
    const session = parseSession(text)
    if (session === undefined) {
      faults.push({
        path: [...path, index],
        zh: '工作时段须写作 ["08:30", "12:00"]，且止晚于起',
        en: 'a session is written ["08:30", "12:00"] and ends after it begins',
      })
      return
    }
    if (session.startMilliseconds < previousEnd) {
      faults.push({ path: [...path, index], zh: '工作时段重叠或次序颠倒', en: 'sessions overlap or are out of order' })
    }
    previousEnd = session.endMilliseconds
  })
  return faults
}

function seasonFaults(season: Season, path: Path): readonly CalendarFault[] {
  const ends = (['from', 'until'] as const).filter((end) => parseCivilDate(`2024-${season[end]}`) === undefined)
  return [
    ...ends.map((end) => ({ path: [...path, end], zh: '须为月日，如 07-01', en: 'must be month and day, as 07-01' })),
    ...sessionFaults(season.sessions, [...path, 'sessions']),
  ]
}

function dayFaults(day: SpecialDay, path: Path): readonly CalendarFault[] {
  if (parseCivilDate(day.date) === undefined) {
    return [{ path: [...path, 'date'], zh: `没有这一天：${day.date}`, en: `there is no such day: ${day.date}` }]
  }
  return isCovered(Number(day.date.slice(0, 4))) ? [] : [yearFault([...path, 'date'])]
}

function yearFaults(year: number, path: Path): readonly CalendarFault[] {
  return isCovered(year) ? [] : [yearFault(path)]
}

/** The years that a calendar covers, both included. Instants outside are refused with a RangeError. */
export const calendarYears = { first: 2000, last: 2099 } as const

function isCovered(year: number): boolean {
  return Number.isInteger(year) && year >= calendarYears.first && year <= calendarYears.last
}

function yearFault(path: Path): CalendarFault {
  const { first, last } = calendarYears
  return { path, zh: `年份须在 ${first} 至 ${last} 之间`, en: `the year must lie between ${first} and ${last}` }
}

import type { CalendarDefinition } from './calendar-definition.ts'
import { type CivilDate, dateOf, type Instant, millisecondsPerDay, startOfDate } from './civil-date.ts'

/** The oracle of the tests: working time by walking from day to day, slow and plain. Not exported by the room. */
export function sessionsOn(definition: CalendarDefinition, date: CivilDate): readonly (readonly [Instant, Instant])[] {
  if (!isWorked(definition, date)) return []
  const monthAndDay = date.slice(5)
  const season = definition.seasons?.find(({ from, until }) =>
    from <= until ? monthAndDay >= from && monthAndDay <= until : monthAndDay >= from || monthAndDay <= until,
  )
  return (season?.sessions ?? definition.sessions).map(([start, end]) => [clock(date, start), clock(date, end)])
}

export function naiveTimeBetween(definition: CalendarDefinition, from: Instant, to: Instant): number {
  if (to < from) return -naiveTimeBetween(definition, to, from)
  let sum = 0
  for (let start = startOfDate(dateOf(from)); start <= to; start += millisecondsPerDay) {
    for (const [open, close] of sessionsOn(definition, dateOf(start))) {
      sum += Math.max(0, Math.min(close, to) - Math.max(open, from))
    }
  }
  return sum
}

export function naiveAdd(definition: CalendarDefinition, from: Instant, workingMilliseconds: number): Instant {
  let rest = workingMilliseconds
  if (rest === 0) return from
  for (let start = startOfDate(dateOf(from)); ; start += millisecondsPerDay) {
    for (const [open, close] of sessionsOn(definition, dateOf(start))) {
      const begin = Math.max(open, from)
      if (begin >= close) continue
      if (rest <= close - begin) return begin + rest
      rest -= close - begin
    }
  }
}

export function naiveAddDays(definition: CalendarDefinition, from: Instant, workingDays: number): Instant {
  let rest = workingDays
  for (let start = startOfDate(dateOf(from)) + millisecondsPerDay; ; start += millisecondsPerDay) {
    const close = sessionsOn(definition, dateOf(start)).at(-1)?.[1]
    if (close !== undefined) rest -= 1
    if (close !== undefined && rest === 0) return close
  }
}

function isWorked(definition: CalendarDefinition, date: CivilDate): boolean {
  const special = definition.days.findLast((day) => day.date === date)
  if (special) return special.kind === 'makeup'
  return !['Sat', 'Sun'].includes(new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3))
}

function clock(date: CivilDate, text: string): Instant {
  return startOfDate(date) + (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000
}

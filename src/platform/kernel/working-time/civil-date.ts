import type { Brand } from '../brand.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, whole: what `date.getTime()` gives. */
export type Instant = number

/** A day as people in China write it, `2026-02-14`, in Asia/Shanghai, which has kept +08:00 without summer time since 1991. */
export type CivilDate = Brand<string, 'CivilDate'>

/** Days since 1970-01-01 in Asia/Shanghai. */
export type DayNumber = number

export const millisecondsPerDay = 86_400_000
const shanghaiOffsetMilliseconds = 8 * 3_600_000
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The date that `text` names, or undefined where it is not `YYYY-MM-DD` or no such day exists (2025-02-29). */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = datePattern.exec(text)
  if (!match || Number(match[1]) < 1000) return undefined
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(time).toISOString().slice(0, 10) === text ? (text as CivilDate) : undefined
}

/** The same for a date known to be right; throws otherwise. @example `civilDate('2026-02-14')` */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text)
  if (date === undefined) throw new RangeError(`not a date: ${JSON.stringify(text)}`)
  return date
}

/** The day on which an instant falls in China. */
export function dateOf(instant: Instant): CivilDate {
  return dateOfDay(dayOf(instant))
}

/** The first instant of a day, 00:00 in China. */
export function startOfDate(date: CivilDate): Instant {
  return startOfDay(dayOfDate(date))
}

export function dayOf(instant: Instant): DayNumber {
  return Math.floor((instant + shanghaiOffsetMilliseconds) / millisecondsPerDay)
}

export function dayOfDate(date: CivilDate): DayNumber {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / millisecondsPerDay
  )
}

export function dateOfDay(day: DayNumber): CivilDate {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10) as CivilDate
}

export function startOfDay(day: DayNumber): Instant {
  return day * millisecondsPerDay - shanghaiOffsetMilliseconds
}

export function yearOfDay(day: DayNumber): number {
  return new Date(day * millisecondsPerDay).getUTCFullYear()
}

/** 0 is Sunday. */
export function weekdayOfDay(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7
}

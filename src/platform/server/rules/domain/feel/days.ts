import { type FeelDate, parseDate } from 'feelin'

const dayLength = 86_400_000

/** The number of a day from 1970-01-01. */
export function dayOf(date: FeelDate): number {
  return Date.parse(`${date.toString()}T00:00:00Z`) / dayLength
}

/** The day of a number. */
export function dateOfDay(day: number): FeelDate {
  return parseDate(new Date(day * dayLength).toISOString().slice(0, 10)) as FeelDate
}

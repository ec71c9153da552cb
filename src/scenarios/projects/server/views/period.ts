import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { Months } from '#platform/server/scoring/index.ts'

/** The months of a period: `2026-11`, `2026-Q4` or `2026`. */
export function monthsOf(period: string): Months {
  const year = period.slice(0, 4)
  if (period === year) return { from: `${year}-01`, through: `${year}-12` }
  if (period[5] !== 'Q') return { from: period, through: period }
  const last = Number(period[6]) * 3
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`
  return { from: month(last - 2), through: month(last) }
}

/** The quarter in which an instant falls: a month is closed at its end, so a quarter shows what is known. */
export function presentPeriod(now: Date): string {
  const month = dateOf(now.getTime()).slice(0, 7)
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

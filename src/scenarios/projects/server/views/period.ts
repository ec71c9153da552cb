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

/** The month in which an instant falls. */
export function presentPeriod(now: Date): string {
  return dateOf(now.getTime()).slice(0, 7)
}

import { useAddress } from '#platform/web/address.ts'

/** How long a period is. */
export type Span = 'month' | 'quarter' | 'year'

const firstYear = 2025

/** The period that the address names, else the present quarter, and how to choose another. */
export function usePeriod() {
  const [{ period }, change] = useAddress<{ period?: string }>()
  const now = periodOf('quarter', presentMonth())
  // A year reads as a number in the address.
  const wanted = String(period ?? now)
  const chosen = /^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/.test(wanted) ? wanted : now
  return { period: chosen, choose: (next: string) => change({ period: next === now ? undefined : next }) }
}

/** How long a period is. */
export function spanOf(period: string): Span {
  if (period.length === 4) return 'year'
  return period[5] === 'Q' ? 'quarter' : 'month'
}

/** The period of a span around a month. @example `periodOf('quarter', '2026-11')` is `2026-Q4` */
export function periodOf(span: Span, month: string): string {
  const year = month.slice(0, 4)
  if (span === 'year') return year
  return span === 'month' ? month : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

/** The last month of a period, no later than the present one. */
export function monthIn(period: string, present = presentMonth()): string {
  const year = period.slice(0, 4)
  const last = period.length === 4 ? 12 : period[5] === 'Q' ? Number(period[6]) * 3 : Number(period.slice(5))
  const month = `${year}-${String(last).padStart(2, '0')}`
  return month > present ? present : month
}

/** The periods of a span up to the present one, latest first. */
export function periodsOf(span: Span, present = presentMonth()): string[] {
  const found: string[] = []
  for (let year = Number(present.slice(0, 4)); year >= firstYear; year -= 1)
    for (let month = 12; month >= 1; month -= 1) {
      const one = `${year}-${String(month).padStart(2, '0')}`
      const period = periodOf(span, one)
      if (one <= present && found.at(-1) !== period) found.push(period)
    }
  return found
}

function presentMonth(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()).slice(0, 7)
}

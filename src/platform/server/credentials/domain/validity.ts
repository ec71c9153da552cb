import { civilDate, dateOf, type Instant, startOfDate } from '#platform/kernel/working-time/index.ts'

/** How long a type of credential is valid. */
export type Validity = 'unlimited' | { readonly days: number } | { readonly years: number }

/**
 * The instant at which a validity ends: the beginning of the day after its last one, in the county's time. A credential of one year
 * from 1 March 2026 is good up to and with 28 February 2027; one of 30 days from 1 March up to and with 30 March.
 */
export function endOf(validity: Validity, from: Instant): Instant | null {
  if (validity === 'unlimited') return null
  const [year = 0, month = 1, day = 1] = dateOf(from).split('-').map(Number)
  const end = 'days' in validity ? [year, month - 1, day + validity.days] : [year + validity.years, month - 1, day]
  const [endYear = 0, endMonth = 0, endDay = 1] = end
  const date = new Date(Date.UTC(endYear, endMonth, endDay)).toISOString().slice(0, 10)
  return startOfDate(civilDate(date))
}

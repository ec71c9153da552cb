import { civilDate, dateOf, describeDay, type Instant, type WorkCalendar } from '#platform/kernel/working-time/index.ts'
import type { ChartDay } from '../../../contract/chart.ts'

const dayMs = 86_400_000
const marginDays = 45
/** A plan of more than thirty years is shaded as far as that. */
const mostDays = 11_000

/** Days off and make-up days around a span, with room on both sides for whole months. */
export function chartDays(calendar: WorkCalendar, from: Instant, to: Instant): ChartDay[] {
  const count = Math.min(mostDays, Math.ceil((to - from) / dayMs) + 2 * marginDays)
  const instants = Array.from({ length: count }, (_, index) => from + (index - marginDays) * dayMs)
  return instants.flatMap((at) => {
    const day = describeDay(calendar, civilDate(dateOf(at)))
    return day.kind === 'workday' ? [] : [{ date: day.date, kind: day.kind, name: day.name ?? null }]
  })
}

import type { SpecialDay } from './calendar-definition.ts'
import notices from './state-council-days.json' with { type: 'json' }

/**
 * Holidays and make-up days as the General Office of the State Council published them (国务院办公厅关于部分节假日安排的通知),
 * and the years published. Spread it into a definition; a county pack adds later years and days of its own.
 */
export const stateCouncil: { readonly days: readonly SpecialDay[]; readonly publishedYears: readonly number[] } = {
  days: notices.flatMap(({ number, days }) => days.map((day) => ({ ...day, kind: kindOf(day.kind), source: number }))),
  publishedYears: notices.map(({ year }) => year),
}

function kindOf(kind: string): SpecialDay['kind'] {
  if (kind !== 'holiday' && kind !== 'makeup') throw new Error(`state-council-days.json: unknown kind ${kind}`)
  return kind
}

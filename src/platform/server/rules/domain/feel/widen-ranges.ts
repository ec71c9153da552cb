import { FeelDate, FeelRange } from 'feelin'
import { dateOfDay, dayOf } from './days.ts'
import { spend } from './steps.ts'

/**
 * feelin counts through a range itself and has no hook for it. Its class is the only place where a range of a thousand million numbers
 * can be stopped before it fills the memory, and where a range of dates can be made to go from day to day, as DMN 1.5 has it.
 */
export function widenRanges(): void {
  FeelRange.prototype.map = function map(this: FeelRange, each: (value: unknown) => unknown) {
    return elementsOf(this).map(each)
  } as FeelRange['map']
}

/** Every element of a closed range, upwards or downwards. */
export function elementsOf(range: FeelRange): unknown[] {
  const [from, to] = [ordinal(range.start), ordinal(range.end)]
  if (from === undefined || to === undefined || from.unit !== to.unit)
    throw new Error('this range cannot be gone through')
  const step = from.at <= to.at ? 1 : -1
  const first = range['start included'] ? from.at : from.at + step
  const last = range['end included'] ? to.at : to.at - step
  const count = Math.max(0, Math.floor((last - first) * step) + 1)
  spend(count)
  return Array.from({ length: count }, (_, index) => from.value(first + index * step))
}

type Ordinal = { readonly unit: string; readonly at: number; readonly value: (at: number) => unknown }

function ordinal(bound: unknown): Ordinal | undefined {
  if (typeof bound === 'number') return { unit: 'number', at: bound, value: (at) => at }
  if (bound instanceof FeelDate) return { unit: 'day', at: dayOf(bound), value: dateOfDay }
  return undefined
}

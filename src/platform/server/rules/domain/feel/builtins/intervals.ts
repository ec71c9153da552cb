import { evaluate, FeelRange } from 'feelin'
import { kindOf } from '../equality.ts'
import type { Variables } from '../scope.ts'
import { define, native, nothing } from './define.ts'

const less = native(['a', 'b'], 'a < b')

type Bound = { readonly value: unknown; readonly included: boolean }
type Interval = { readonly start: Bound; readonly end: Bound }

/** Allen's relations between points and ranges (DMN table 78), those that feelin has not. */
export const intervals: Variables = {
  during: relation((a, b) => startsNotBefore(a, b) && endsNotAfter(a, b)),
  starts: relation((a, b) => sameStart(a, b) && endsNotAfter(a, b)),
  'started by': relation((a, b) => sameStart(a, b) && endsNotAfter(b, a)),
  finishes: relation((a, b) => sameEnd(a, b) && startsNotBefore(a, b)),
  'finished by': relation((a, b) => sameEnd(a, b) && startsNotBefore(b, a)),
  coincides: relation((a, b) => sameStart(a, b) && sameEnd(a, b)),
  'overlaps before': relation((a, b) => startsEarlier(a, b) && meetsInside(b.start, a.end) && endsNotAfter(a, b)),
  'overlaps after': relation((a, b) => startsEarlier(b, a) && meetsInside(a.start, b.end) && endsNotAfter(b, a)),
  range: define(['from'], (from: unknown) =>
    typeof from === 'string' ? readRange(from) : nothing('range needs a text'),
  ),
}

function relation(holds: (a: Interval, b: Interval) => boolean) {
  return define(['a', 'b'], (a: unknown, b: unknown) => {
    const [left, right] = [intervalOf(a), intervalOf(b)]
    return left && right ? holds(left, right) : nothing(`${kindOf(a)}, ${kindOf(b)}: points or ranges are needed`)
  })
}

function intervalOf(value: unknown): Interval | undefined {
  if (value === null || value === undefined) return undefined
  if (!(value instanceof FeelRange)) return { start: { value, included: true }, end: { value, included: true } }
  return {
    start: { value: value.start, included: value['start included'] === true },
    end: { value: value.end, included: value['end included'] === true },
  }
}

/** -1, 0 or 1; values that cannot be compared stop the relation. */
function order(a: unknown, b: unknown): number {
  if (less(a, b) === true) return -1
  return less(b, a) === true ? 1 : 0
}

function sameStart(a: Interval, b: Interval): boolean {
  return order(a.start.value, b.start.value) === 0 && a.start.included === b.start.included
}

function sameEnd(a: Interval, b: Interval): boolean {
  return order(a.end.value, b.end.value) === 0 && a.end.included === b.end.included
}

function startsNotBefore(a: Interval, b: Interval): boolean {
  const compared = order(a.start.value, b.start.value)
  return compared > 0 || (compared === 0 && (b.start.included || !a.start.included))
}

function startsEarlier(a: Interval, b: Interval): boolean {
  return !startsNotBefore(a, b)
}

function endsNotAfter(a: Interval, b: Interval): boolean {
  const compared = order(a.end.value, b.end.value)
  return compared < 0 || (compared === 0 && (b.end.included || !a.end.included))
}

function meetsInside(start: Bound, end: Bound): boolean {
  const compared = order(start.value, end.value)
  return compared < 0 || (compared === 0 && start.included && end.included)
}

const endpoint = String.raw`(?:null|-?\d+(?:\.\d+)?|"(?:[^"\\]|\\.)*"|@"[^"]*"|(?:date|time|duration|date and time)\("[^"]*"\))`
const rangeText = new RegExp(String.raw`^\s*[[(\]]\s*${endpoint}\s*\.\.\s*${endpoint}\s*[\])[]\s*$`)

/** A range from its text, whose ends are literals: nothing else of the text is run. */
function readRange(text: string): unknown {
  if (!rangeText.test(text)) return nothing('the text is not a range')
  const whole = text.trim()
  const { value } = evaluate(whole)
  if (!(value instanceof FeelRange) || (value.start === null && value.end === null))
    return nothing('the text is not a range')
  return less(value.end, value.start) === true ? nothing('the range ends before it begins') : value
}

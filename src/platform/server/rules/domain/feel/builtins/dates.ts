import { FeelDate, FeelDateTime, FeelDuration } from 'feelin'
import { isSame, kindOf } from '../equality.ts'
import type { Variables } from '../scope.ts'
import { ofMonths } from './arithmetic.ts'
import { define, native, nothing } from './define.ts'

const oneDate = native(['a'], 'date(a)')
const threeDate = native(['a', 'b', 'c'], 'date(a, b, c)')
const oneTime = native(['a'], 'time(a)')
const threeTime = native(['a', 'b', 'c'], 'time(a, b, c)')
const fourTime = native(['a', 'b', 'c', 'd'], 'time(a, b, c, d)')
const oneDateTime = native(['a'], 'date and time(a)')
const twoDateTime = native(['a', 'b'], 'date and time(a, b)')
const oneDuration = native(['a'], 'duration(a)')
const is = native(['a', 'b'], 'is(a, b)')

/** Dates and times made of parts that the calendar does not have are null, as the standard asks; feelin takes the nearest day. */
export const dates: Variables = {
  xianqu_date: define(['year', 'month', 'day', 'from'], (...given: unknown[]) => {
    const [year, month, day, from] = given
    const count = countOf(given)
    if (count === 1 || from !== undefined) return oneDate(from ?? year)
    if (count !== 3 || !isWhole(year) || !isIn(month, 1, 12) || !isIn(day, 1, 31))
      return nothing('there is no such day')
    const made = threeDate(year, month, day)
    return made instanceof FeelDate && made.day === day ? made : nothing('there is no such day')
  }),
  xianqu_time: define(['hour', 'minute', 'second', 'offset', 'from'], (...given: unknown[]) => {
    const [hour, minute, second, offset, from] = given
    const count = countOf(given)
    if (count === 1 || from !== undefined) return sane(oneTime(zulu(from ?? hour)), from ?? hour)
    if (count < 3 || !isIn(hour, 0, 23) || !isIn(minute, 0, 59) || !isBelow(second, 60))
      return nothing('there is no such time')
    if (offset === undefined || offset === null) return threeTime(hour, minute, second)
    return fourTime(hour, minute, second, offset)
  }),
  xianqu_date_and_time: define(['date', 'time', 'from'], (...given: unknown[]) => {
    const [first, time, from] = given
    return countOf(given) === 1 || from !== undefined
      ? sane(oneDateTime(zulu(from ?? first)), from ?? first)
      : twoDateTime(first, time)
  }),
  xianqu_duration: define(['from'], (from: unknown) => {
    if (typeof from !== 'string') return nothing('duration needs a text')
    return /^-?P$/.test(from) ? nothing('the duration is empty') : oneDuration(from.replace(/(\d)\.S$/, '$1S'))
  }),
  'years and months duration': define(['from', 'to'], (from: unknown, to: unknown) => {
    if (!isDay(from) || !isDay(to)) return nothing(`${kindOf(from)}, ${kindOf(to)}: two dates are needed`)
    return ofMonths(monthsBetween(from, to))
  }),
  is: define(['value1', 'value2'], (a: unknown, b: unknown) =>
    a instanceof FeelDuration && b instanceof FeelDuration ? isSame(a, b) : is(a, b),
  ),
}

/** Arguments by name come with the missing ones as undefined. */
function countOf(given: readonly unknown[]): number {
  return given.findLastIndex((one) => one !== undefined) + 1
}

/** Whole months, as an age is counted: the last one only when its day has come. */
function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): number {
  const months = (to.year - from.year) * 12 + to.month - from.month
  const [early, late] = months < 0 || (months === 0 && to.day < from.day) ? [to, from] : [from, to]
  const short = late.day < early.day ? 1 : 0
  return early === from ? months - short : months + short + 0
}

function isDay(value: unknown): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}

function isIn(value: unknown, from: number, to: number): boolean {
  return isWhole(value) && value >= from && value <= to
}

function isBelow(value: unknown, limit: number): boolean {
  return typeof value === 'number' && value >= 0 && value < limit
}

/** No offset is the zone Z, and is written so. */
function zulu(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[+-]00:00$/, 'Z') : value
}

/** An offset reaches to 18 hours, and stands instead of a zone, not beside it. */
function sane(value: unknown, text: unknown): unknown {
  return typeof text === 'string' && /[+-](19|2\d):\d\d|[+-]\d\d:\d\d@/.test(text)
    ? nothing(`${text}: no such offset`)
    : value
}

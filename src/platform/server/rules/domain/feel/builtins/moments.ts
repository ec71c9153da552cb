import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin'
import { kindOf } from '../equality.ts'
import { native, nothing } from './define.ts'

const add = native(['a', 'b'], 'a + b')
const subtract = native(['a', 'b'], 'a - b')
const dateOf = native(['a'], 'date(a)')

type Moment = FeelDate | FeelTime | FeelDateTime

/** A day, a time or both. */
export function isMoment(value: unknown): value is Moment {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime
}

/** A moment moved by a duration; a day moved by hours stays a day. */
export function moved(moment: Moment, by: FeelDuration, direction: 1 | -1): unknown {
  if (moment instanceof FeelTime && by.yearsMonths) return nothing('a time has no months')
  const result = direction === 1 ? add(moment, by) : subtract(moment, by)
  return moment instanceof FeelDate && !by.yearsMonths && result !== null ? dateOf(result) : result
}

/**
 * The seconds from one moment to another. Both are of a zone, a day counting as its midnight in UTC, or neither is; a time has no
 * distance from a day.
 */
export function secondsBetween(from: Moment, to: Moment): number | null {
  const [start, end] = [zoneOf(from), zoneOf(to)]
  if ((start === null) !== (end === null) || from instanceof FeelTime !== to instanceof FeelTime)
    return nothing(`${kindOf(to)} - ${kindOf(from)}`)
  return secondsOf(to, end) - secondsOf(from, start)
}

function zoneOf(moment: Moment): string | null {
  return moment instanceof FeelDate ? 'UTC' : moment.timezone
}

function secondsOf(moment: Moment, zone: string | null): number {
  const text =
    moment instanceof FeelTime
      ? `1970-01-01T${wallOf(moment)}`
      : moment instanceof FeelDate
        ? `${moment}T00:00:00`
        : wallOf(moment)
  const wall = Date.parse(`${text.replace(/(\.\d{3})\d+/, '$1')}Z`) / 1000
  if (zone === null || moment instanceof FeelDate) return wall
  const offset: unknown = moment['time offset']
  return offset instanceof FeelDuration ? wall - secondsIn(offset) : wall
}

function wallOf(moment: FeelTime | FeelDateTime): string {
  return String(moment.unwrap())
}

function secondsIn(offset: FeelDuration): number {
  const { hours, minutes, seconds } = offset.unwrap()
  return (hours * 60 + minutes) * 60 + seconds
}

import { duration, FeelDuration } from 'feelin'
import { rounded } from '../decimal.ts'
import { kindOf } from '../equality.ts'
import type { Variables } from '../scope.ts'
import { define, native, nothing } from './define.ts'
import { isMoment, moved, secondsBetween } from './moments.ts'

const add = native(['a', 'b'], 'a + b')
const subtract = native(['a', 'b'], 'a - b')
const second = 1_000_000_000

/**
 * The operators. Numbers are kept to the fifteen digits that a double is right to, so that sums of money and rates are what a person
 * reckons; durations can be multiplied and divided, which feelin cannot.
 */
export const arithmetic: Variables = {
  xianqu_plus: define(['a', 'b'], (a: unknown, b: unknown) => {
    if (typeof a === 'number' && typeof b === 'number') return number(a + b)
    if (isMoment(a) && b instanceof FeelDuration) return moved(a, b, 1)
    if (isMoment(b) && a instanceof FeelDuration) return moved(b, a, 1)
    return add(a, b)
  }),
  xianqu_minus: define(['a', 'b'], (a: unknown, b: unknown) => {
    if (typeof a === 'number' && typeof b === 'number') return number(a - b)
    if (isMoment(a) && b instanceof FeelDuration) return moved(a, b, -1)
    if (!isMoment(a) || !isMoment(b)) return subtract(a, b)
    const seconds = secondsBetween(b, a)
    return seconds === null ? null : ofSeconds(seconds)
  }),
  xianqu_times: define(['a', 'b'], (a: unknown, b: unknown) => {
    if (typeof a === 'number' && typeof b === 'number') return number(a * b)
    if (a instanceof FeelDuration && typeof b === 'number') return scaled(a, b)
    if (b instanceof FeelDuration && typeof a === 'number') return scaled(b, a)
    return nothing(`${kindOf(a)} * ${kindOf(b)}`)
  }),
  xianqu_over: define(['a', 'b'], (a: unknown, b: unknown) => {
    if (b === 0) return nothing('division by zero')
    if (typeof a === 'number' && typeof b === 'number') return number(a / b)
    if (a instanceof FeelDuration && typeof b === 'number') return scaled(a, 1 / b)
    if (a instanceof FeelDuration && b instanceof FeelDuration && a.yearsMonths === b.yearsMonths) return ratio(a, b)
    return nothing(`${kindOf(a)} / ${kindOf(b)}`)
  }),
  xianqu_power: define(['a', 'b'], (a: unknown, b: unknown) =>
    typeof a === 'number' && typeof b === 'number' ? number(a ** b) : nothing(`${kindOf(a)} ** ${kindOf(b)}`),
  ),
  xianqu_negate: define(['a'], (a: unknown) => {
    if (typeof a === 'number') return -a
    return a instanceof FeelDuration ? scaled(a, -1) : nothing(`- ${kindOf(a)}`)
  }),
}

function number(value: number): number | null {
  return Number.isFinite(value) ? rounded(value) : nothing('the number is too large')
}

function ratio(a: FeelDuration, b: FeelDuration): number | null {
  const divisor = amountOf(b)
  return divisor === 0 ? nothing('division by zero') : number(amountOf(a) / divisor)
}

/** Months of the one kind of duration, seconds of the other. */
export function amountOf(value: FeelDuration): number {
  const parts = value.unwrap()
  if (value.yearsMonths) return parts.years * 12 + parts.months
  const whole = ((parts.days * 24 + parts.hours) * 60 + parts.minutes) * 60 + parts.seconds
  return whole + parts.milliseconds / 1000 + parts.microseconds / 1_000_000 + parts.nanoseconds / second
}

function scaled(value: FeelDuration, factor: number): FeelDuration | null {
  const amount = amountOf(value) * factor
  if (!Number.isFinite(amount)) return nothing('the duration is too long')
  return value.yearsMonths ? ofMonths(Math.trunc(rounded(amount))) : ofSeconds(rounded(amount))
}

/** A duration of so many months. */
export function ofMonths(months: number): FeelDuration {
  return duration(`${months < 0 ? '-' : ''}P${Math.abs(months)}M`) as FeelDuration
}

function ofSeconds(seconds: number): FeelDuration {
  const exact = Math.abs(seconds)
    .toFixed(9)
    .replace(/\.?0+$/, '')
  return duration(`${seconds < 0 ? '-' : ''}PT${exact}S`) as FeelDuration
}

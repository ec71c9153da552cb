import { type Rounding, rounded, roundTo } from '../decimal.ts'
import { kindOf } from '../equality.ts'
import type { Variables } from '../scope.ts'
import { areNumbers, define, nothing, overList } from './define.ts'

/** The places that a decimal of the standard can have. */
const places = { least: -6111, most: 6176 }

/** Rounding by decimal places, and figures over lists of numbers. */
export const numbers: Variables = {
  decimal: rounding('half even', ['n', 'scale']),
  floor: rounding('floor', ['n', 'scale'], 0),
  ceiling: rounding('ceiling', ['n', 'scale'], 0),
  'round up': rounding('up', ['n', 'scale']),
  'round down': rounding('down', ['n', 'scale']),
  'round half up': rounding('half up', ['n', 'scale']),
  'round half down': rounding('half down', ['n', 'scale']),
  sum: figure((list) => rounded(list.reduce((total, one) => total + one, 0))),
  mean: figure((list) => rounded(list.reduce((total, one) => total + one, 0) / list.length)),
  product: figure((list) => rounded(list.reduce((total, one) => total * one, 1))),
  median: figure(median),
  stddev: figure((list) => (list.length < 2 ? null : deviation(list))),
  mode: overList((list) => (areNumbers(list) ? modeOf(list) : nothing('mode needs numbers'))),
  modulo: define(['dividend', 'divisor'], (a: unknown, b: unknown) => {
    if (typeof a !== 'number' || typeof b !== 'number' || b === 0) return nothing('modulo needs a divisor other than 0')
    return rounded(a - b * Math.floor(rounded(a / b)))
  }),
}

function rounding(way: Rounding, parameters: readonly string[], usual?: number) {
  return define(parameters, (...given: unknown[]) => {
    const [n, scale] = given.length === 1 && usual !== undefined ? [given[0], usual] : given
    if (typeof n !== 'number' || (typeof scale !== 'number' && !(scale === undefined && usual !== undefined)))
      return nothing(`${kindOf(n)}, ${kindOf(scale)}: rounding needs two numbers`)
    const whole = Math.trunc(typeof scale === 'number' ? scale : (usual as number))
    if (whole < places.least || whole > places.most) return nothing(`no number has ${whole} places`)
    if (Math.abs(whole) > 300) return whole > 0 ? n : 0
    return roundTo(n, whole, way)
  })
}

function figure(work: (list: readonly number[]) => number | null) {
  return overList((list) => (list.length > 0 && areNumbers(list) ? work(list) : nothing('a list of numbers is needed')))
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : rounded(((sorted[middle - 1] as number) + upper) / 2)
}

function deviation(list: readonly number[]): number {
  const mean = list.reduce((total, one) => total + one, 0) / list.length
  return Math.sqrt(list.reduce((total, one) => total + (one - mean) ** 2, 0) / (list.length - 1))
}

function modeOf(list: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([one]) => one)
    .sort((a, b) => a - b)
}

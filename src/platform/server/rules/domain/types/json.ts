import { duration, FeelFunction, parseDate, parseDateTime, parseTime } from 'feelin'
import { rounded } from '../feel/decimal.ts'
import { kindOf } from '../feel/equality.ts'
import type { FeelType } from './feel-type.ts'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': duration,
  'years and months duration': duration,
}

/**
 * A JSON value as FEEL has it: by its declared type a text becomes a date, a time, a date and time, or a duration. What cannot be read
 * stays as it is, and does then not conform.
 */
export function fromJson(value: unknown, type: FeelType): unknown {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => fromJson(one, type.kind === 'list' ? type.of : type))
  if (typeof value === 'string') return readText(value, type.kind === 'list' ? type.of : type)
  if (kindOf(value) !== 'context') return value
  const fields =
    type.kind === 'context'
      ? type.fields
      : type.kind === 'list' && type.of.kind === 'context'
        ? type.of.fields
        : undefined
  return Object.fromEntries(
    Object.entries(value as object)
      .filter(([name]) => name !== '__proto__')
      .map(([name, inner]) => [name, fromJson(inner, fields?.get(name) ?? { kind: 'any' })]),
  )
}

function readText(text: string, type: FeelType): unknown {
  const reader = type.kind === 'basic' ? readers[type.name] : undefined
  if (reader === undefined) return text
  try {
    return reader(text) ?? text
  } catch {
    return text
  }
}

/** A FEEL value as JSON: dates, times and durations as ISO texts, numbers to the 15 digits that they are right to. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return rounded(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof FeelFunction || typeof value === 'function') return '<function>'
  if (kindOf(value) === 'context')
    return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, toJson(inner)]))
  return String(value)
}

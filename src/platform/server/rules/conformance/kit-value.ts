import { isSame, kindOf } from '../domain/feel/equality.ts'
import { anyType, type FeelType } from '../domain/types/feel-type.ts'
import { fromJson } from '../domain/types/json.ts'
import { childOf, childrenOf, type XmlElement } from '../domain/xml/read-xml.ts'

/** A value as a case of the kit writes it: a text with the type that it names, a list, or a context. */
export type KitValue =
  | { readonly kind: 'value'; readonly text: string | null; readonly type?: string }
  | { readonly kind: 'list'; readonly items: readonly KitValue[] }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, KitValue])[] }

const nothing: KitValue = { kind: 'value', text: null }

/** The value in an `inputNode`, `expected`, `component` or `item`; what is empty or nil is null. */
export function readKitValue(element: XmlElement | undefined): KitValue {
  if (element === undefined || isNil(element)) return nothing
  const components = childrenOf(element, 'component')
  if (components.length > 0)
    return {
      kind: 'context',
      entries: components.map((one) => [one.attributes.get('name') ?? '', readKitValue(one)] as const),
    }
  const list = childOf(element, 'list')
  if (list) return isNil(list) ? nothing : { kind: 'list', items: childrenOf(list, 'item').map(readKitValue) }
  const value = childOf(element, 'value')
  if (value === undefined || isNil(value)) return nothing
  const type = value.attributes.get('type')?.replace(/^.*:/, '')
  if (type === undefined) return value.text.trim() === '' ? nothing : { kind: 'value', text: value.text.trim() }
  return { kind: 'value', text: type === 'string' ? value.text : value.text.trim(), type }
}

function isNil({ attributes }: XmlElement): boolean {
  return attributes.get('nil') === 'true'
}

const durations = [
  { kind: 'basic', name: 'days and time duration' },
  { kind: 'basic', name: 'years and months duration' },
] as const
const types: Readonly<Record<string, FeelType>> = {
  date: { kind: 'basic', name: 'date' },
  time: { kind: 'basic', name: 'time' },
  dateTime: { kind: 'basic', name: 'date and time' },
  duration: durations[0],
  dayTimeDuration: durations[0],
  yearMonthDuration: durations[1],
}
const numbers = ['decimal', 'double', 'float', 'int', 'integer', 'long']

/** A value of a case as a fact of the type that the model declares for it. */
export function factOf(value: KitValue, type: FeelType): unknown {
  if (value.kind === 'list') return value.items.map((one) => factOf(one, type.kind === 'list' ? type.of : anyType))
  if (value.kind === 'context') {
    const of = type.kind === 'list' ? type.of : type
    const fields = of.kind === 'context' ? of.fields : undefined
    return Object.fromEntries(value.entries.map(([name, one]) => [name, factOf(one, fields?.get(name) ?? anyType)]))
  }
  if (value.text === null || value.type === 'string') return value.text
  return plain(value.text, value.type, type.kind === 'list' ? type.of : type)
}

function plain(text: string, told: string | undefined, type: FeelType): unknown {
  const named = told === undefined ? undefined : types[told]
  if (named) return fromJson(text, named)
  const isNumber = told === undefined ? isOf(type, 'number') : numbers.includes(told)
  if (isNumber && text !== '' && Number.isFinite(Number(text))) return Number(text)
  if (told === 'boolean' || (told === undefined && isOf(type, 'boolean')))
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text
  return told === undefined ? fromJson(text, type) : text
}

function isOf(type: FeelType, name: 'number' | 'boolean'): boolean {
  return type.kind === 'basic' && type.name === name
}

const digits = 8

/** Whether a FEEL value is the one that a case expects; numbers are compared to 8 decimal places, as other runners of the kit do. */
export function isExpected(expected: KitValue, actual: unknown): boolean {
  if (expected.kind === 'list')
    return (
      Array.isArray(actual) &&
      actual.length === expected.items.length &&
      expected.items.every((one, index) => isExpected(one, actual[index]))
    )
  if (expected.kind === 'context') {
    if (kindOf(actual) !== 'context') return false
    const given = new Map(Object.entries(actual as object))
    return (
      given.size === expected.entries.length &&
      expected.entries.every(([name, one]) => given.has(name) && isExpected(one, given.get(name)))
    )
  }
  const { text, type } = expected
  if (text === null) return kindOf(actual) === 'null'
  if (type === 'string') return actual === text
  return isPlainExpected(text, type, actual)
}

function isPlainExpected(text: string, type: string | undefined, actual: unknown): boolean {
  if (kindOf(actual) === 'null') return false
  if (typeof actual === 'number') return (type === undefined || numbers.includes(type)) && isNear(Number(text), actual)
  if (typeof actual === 'boolean') return (type ?? 'boolean') === 'boolean' && String(actual) === text
  if (type === undefined) return String(actual) === text
  const read =
    type === 'duration' ? durations.map((one) => fromJson(text, one)) : [fromJson(text, types[type] ?? anyType)]
  return read.some((one) => isSame(one, actual))
}

function isNear(expected: number, actual: number): boolean {
  const scale = Math.max(1, Math.abs(expected))
  return Math.abs(expected - actual) <= scale * 0.5 * 10 ** -digits
}

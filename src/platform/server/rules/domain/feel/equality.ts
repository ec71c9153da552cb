import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin'

/** FEEL's types by the names that the standard gives them. */
export type FeelKind =
  | 'null'
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function'

/** The type of a FEEL value. */
export function kindOf(value: unknown): FeelKind {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return typeof value as 'number' | 'string' | 'boolean'
  if (Array.isArray(value)) return 'list'
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof FeelDateTime) return 'date and time'
  if (value instanceof FeelDuration) return value.yearsMonths ? 'years and months duration' : 'days and time duration'
  if (value instanceof FeelRange) return 'range'
  if (value instanceof FeelFunction || typeof value === 'function') return 'function'
  return 'context'
}

/** Whether two FEEL values are the same; values of two types never are. */
export function isSame(left: unknown, right: unknown): boolean {
  const kind = kindOf(left)
  if (kind !== kindOf(right)) return false
  if (kind === 'null') return true
  if (kind === 'list') return sameList(left as unknown[], right as unknown[])
  if (kind === 'context') return sameContext(left as object, right as object)
  if (kind === 'range') return sameContext({ ...(left as object) }, { ...(right as object) })
  if (kind === 'function') return left === right
  if (typeof left === 'object') return String(left) === String(right)
  return left === right
}

function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one, index) => isSame(one, right[index]))
}

function sameContext(left: object, right: object): boolean {
  const entries = Object.entries(left)
  const other = new Map(Object.entries(right))
  return (
    entries.length === other.size && entries.every(([name, value]) => other.has(name) && isSame(value, other.get(name)))
  )
}

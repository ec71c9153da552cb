import { FeelFunction, parseDateTime } from 'feelin'
import { kindOf } from '../feel/equality.ts'
import { type FeelType, returnsOf } from './feel-type.ts'

/** A value that fits its type, or where and how it does not. */
export type Conformed =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly path: string
      readonly type: FeelType
      readonly value: unknown
      readonly why: 'type' | 'allowed'
    }

/**
 * Fits a value to a type by the three conversions of the standard: a list of one to its element, a value to a list of one, a date to
 * its midnight (10.3.2.9.4). Null fits every type.
 */
export function conform(value: unknown, type: FeelType, path = ''): Conformed {
  if (value === null || value === undefined) return { ok: true, value: null }
  // The type of a variable that holds a function is often written as the type of what it returns.
  if (kindOf(value) === 'function') return { ok: true, value: isFunctionType(type) ? returning(value, type) : value }
  const fitted = convert(value, type, path)
  if (!fitted.ok || !type.allowed || type.allowed.tests(fitted.value, {})) return fitted
  return { ok: false, path, type, value: fitted.value, why: 'allowed' }
}

function isFunctionType(type: FeelType): boolean {
  return type.kind === 'basic' && type.name === 'function'
}

/** The same function, what it gives fitted to what its type says; what does not fit is null. */
export function returning(called: unknown, type: FeelType): unknown {
  const returns = returnsOf(type)
  if (!(called instanceof FeelFunction) || (returns.kind === 'any' && !returns.allowed)) return called
  return new FeelFunction((...given: unknown[]) => {
    const conformed = conform(called.fn(...given), returns)
    return conformed.ok ? conformed.value : null
  }, called.parameterNames)
}

function convert(value: unknown, type: FeelType, path: string): Conformed {
  if (type.kind === 'any') return { ok: true, value }
  if (type.kind === 'list') return fitList(Array.isArray(value) ? value : [value], type, path)
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (type.kind === 'context') return fitContext(single, type, path)
  if (type.name === 'date and time' && kindOf(single) === 'date')
    return { ok: true, value: parseDateTime(`${String(single)}T00:00:00Z`) }
  return kindOf(single) === type.name ? { ok: true, value: single } : { ok: false, path, type, value, why: 'type' }
}

function fitList(values: readonly unknown[], type: Extract<FeelType, { kind: 'list' }>, path: string): Conformed {
  const fitted: unknown[] = []
  for (const [index, value] of values.entries()) {
    const one = conform(value, type.of, `${path}[${index + 1}]`)
    if (!one.ok) return one
    fitted.push(one.value)
  }
  return { ok: true, value: fitted }
}

function fitContext(value: unknown, type: Extract<FeelType, { kind: 'context' }>, path: string): Conformed {
  if (kindOf(value) !== 'context') return { ok: false, path, type, value, why: 'type' }
  const fitted: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  for (const [name, field] of type.fields) {
    if (!(name in fitted)) return { ok: false, path: join(path, name), type: field, value: null, why: 'type' }
    const one = conform(fitted[name], field, join(path, name))
    if (!one.ok) return one
    fitted[name] = one.value
  }
  return { ok: true, value: fitted }
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

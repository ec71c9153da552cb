import { FeelFunction } from 'feelin'
import { kindOf } from '../feel/equality.ts'
import type { FeelType } from './feel-type.ts'
import type { TypeOf } from './resolve-type.ts'

/** `value instance of type` for the types of the model and for lists and contexts of types. */
export function instanceFunction(typeOf: TypeOf): FeelFunction {
  return new FeelFunction((value: unknown, name: string) => isInstance(value, typeOf(name)), ['value', 'type'])
}

/** Whether a value is of a type by its structure, without the conversions that `conform` makes; null is of none. */
export function isInstance(value: unknown, type: FeelType): boolean {
  if (kindOf(value) === 'null') return false
  if (type.kind === 'any') return true
  if (type.kind === 'basic') return kindOf(value) === type.name
  if (type.kind === 'list')
    return Array.isArray(value) && value.every((one) => one === null || isInstance(one, type.of))
  if (kindOf(value) !== 'context') return false
  const entries = value as Record<string, unknown>
  return [...type.fields].every(
    ([name, field]) => Object.hasOwn(entries, name) && (entries[name] === null || isInstance(entries[name], field)),
  )
}

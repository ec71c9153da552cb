import type { FeelType } from '../types/feel-type.ts'
import type { Json } from '../types/json.ts'

/** Facts by the names of the model's inputs: a value, or a value with where it comes from and of which day it is. */
export type Facts = Readonly<Record<string, unknown>>

/** A fact as an explanation names it. */
export type Fact = {
  readonly name: string
  readonly value: Json
  readonly source?: string
  readonly asOf?: string
}

/** What was given for a fact, apart from where it comes from. */
export type Given = { readonly value: unknown; readonly source?: string; readonly asOf?: string }

/**
 * Takes a fact apart. `{ value, source, asOf }`, the last two where they are known, is a value with its origin, unless the model itself
 * asks for a context with an entry of that name.
 */
export function readGiven(given: unknown, type: FeelType): Given {
  if (!isSourced(given) || (type.kind === 'context' && type.fields.has('value'))) return { value: given }
  const { value, source, asOf } = given
  return { value, ...(typeof source === 'string' && { source }), ...(typeof asOf === 'string' && { asOf }) }
}

function isSourced(given: unknown): given is { value: unknown; source?: unknown; asOf?: unknown } {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || !Object.hasOwn(given, 'value'))
    return false
  return Object.keys(given).every((key) => key === 'value' || key === 'source' || key === 'asOf')
}

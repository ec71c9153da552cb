import type { Schema } from '@cfworker/json-schema'

/** What a field of the dictionary can hold. `money` is in yuan with at most two decimals; a card is a person's, an account a unit's. */
export const fieldTypes = [
  'text',
  'integer',
  'decimal',
  'money',
  'date',
  'boolean',
  'code',
  'identity-number',
  'credit-code',
  'phone',
  'bank-card',
  'bank-account',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** A field of the dictionary (数据项). */
export type DictionaryField = {
  readonly id: string
  readonly name: string
  readonly english: string
  readonly type: FieldType
  readonly unit?: string | undefined
  /** Of a code: each value with what it means. */
  readonly codes?: Readonly<Record<string, string>> | undefined
}

/** A field as a form asks for it. */
export type AskedField = {
  readonly field: string
  readonly required: boolean
  readonly label?: string | undefined
  readonly help?: string | undefined
}

/** A form (JSON Schema 2020-12 over the dictionary): its properties stand in the order in which they are asked. */
export type Form = {
  readonly $schema: string
  readonly type: 'object'
  readonly properties: Readonly<Record<string, FormProperty>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** One field of a form: its JSON Schema, and beside it what a page needs to ask for it. */
export type FormProperty = Schema & {
  readonly title: string
  readonly description?: string
  readonly 'x-type': FieldType
  readonly 'x-english': string
  readonly 'x-unit'?: string
  readonly 'x-codes'?: Readonly<Record<string, string>>
}

const textLimit = 500

/**
 * The form that asks for fields of the dictionary. Throws where the dictionary lacks one: the pack is checked before.
 * @example formOf([{ field: 'monthly-rent', required: true }], dictionary)
 */
export function formOf(asked: readonly AskedField[], dictionary: readonly DictionaryField[]): Form {
  const known = new Map(dictionary.map((field) => [field.id, field]))
  const properties = asked.map(({ field, label, help, required }) => {
    const found = known.get(field)
    if (found === undefined) throw new Error(`the dictionary has no field ${field}`)
    return [field, propertyOf(found, label, help, required)] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(properties),
    required: asked.filter(({ required }) => required).map(({ field }) => field),
    additionalProperties: false,
  }
}

function propertyOf(
  field: DictionaryField,
  label: string | undefined,
  help: string | undefined,
  required: boolean,
): FormProperty {
  return {
    ...schemaOf(field, required),
    title: label ?? field.name,
    ...(help !== undefined && { description: help }),
    ...{ 'x-type': field.type, 'x-english': field.english },
    ...(field.unit !== undefined && { 'x-unit': field.unit }),
    ...(field.codes !== undefined && { 'x-codes': field.codes }),
  }
}

function schemaOf({ type, codes }: DictionaryField, required: boolean): Schema {
  switch (type) {
    case 'integer':
      return { type: 'integer', minimum: -1e12, maximum: 1e12 }
    case 'decimal':
      return { type: 'number', minimum: -1e12, maximum: 1e12 }
    case 'money':
      return { type: 'number', minimum: 0, maximum: 1e12 }
    case 'boolean':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'code':
      return { type: 'string', enum: Object.keys(codes ?? {}) }
    default:
      return { type: 'string', minLength: required ? 1 : 0, maxLength: textLimit }
  }
}

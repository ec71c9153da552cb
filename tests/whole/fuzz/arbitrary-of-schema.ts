import fc, { type Arbitrary } from 'fast-check'

/** As much of JSON Schema as the API's document uses. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

/** Ids and words that are at home in the county: what is asked with them gets past the door. */
export type Known = { readonly ids: readonly string[]; readonly words: readonly string[] }

const hostile: readonly unknown[] = [
  ...[
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    1e308,
    true,
    [],
    {},
    '0',
    'null',
    '%',
    '\\',
    "'; drop table x; --",
    '\u0000',
    '\ud800',
  ],
  ...['\u202e王', '😀'.repeat(40), '<script>', '../../etc/passwd', '{{1}}', '2026-02-30', '9999-12-31T23:59:59Z', '-1'],
]
const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('东山路', '测试 test', '一二三'))

/** Values that a schema asks for and, now and then, values that it does not. */
export function arbitraryOf(schema: Schema | undefined, known: Known): Arbitrary<unknown> {
  const fitting = fittingOf(schema ?? {}, known)
  return fc.oneof({ arbitrary: fitting, weight: 12 }, { arbitrary: fc.constantFrom(...hostile), weight: 1 })
}

function fittingOf(schema: Schema, known: Known): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => arbitraryOf(one, known)))
  const types = [schema.type ?? (schema.properties ? 'object' : [])].flat()
  if (types.length === 0) return fc.oneof(texts, fc.integer(), fc.constantFrom(...hostile))
  return fc.oneof(...types.map((type) => ofType(type, schema, known)))
}

function ofType(type: string, schema: Schema, known: Known): Arbitrary<unknown> {
  if (type === 'object') return objectOf(schema, known)
  if (type === 'array') {
    const { items, minItems: minLength = 0, maxItems = 3 } = schema
    return fc.array(arbitraryOf(items, known), { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 3)) })
  }
  if (type === 'string') return textOf(schema, known)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  const [min, max] = [Math.max(schema.minimum ?? -1000, -1e9), Math.min(schema.maximum ?? 1000, 1e9)]
  return type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema, known: Known): Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one, known)] as const)
  const named = fc.record(Object.fromEntries(members), { requiredKeys: required.filter((name) => name in properties) })
  if (typeof additionalProperties !== 'object') return named
  const more = fc.dictionary(
    fc.constantFrom(...known.words, '__proto__', 'x'),
    arbitraryOf(additionalProperties, known),
    {
      maxKeys: 3,
    },
  )
  return fc.tuple(named, more).map(([one, other]) => ({ ...(other as object), ...(one as object) }))
}

function textOf({ format, pattern, minLength = 0, maxLength = 40 }: Schema, { ids, words }: Known): Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid())
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString())
  if (format === 'date') return fc.constantFrom('2026-03-02', '2026-12-31', '2024-02-29')
  if (format === 'email') return fc.constant('zhang@example.com')
  if (pattern !== undefined) return fc.oneof(fc.constantFrom(...words), fc.stringMatching(new RegExp(pattern)))
  const fits = (text: string) => text.padEnd(minLength, '字').slice(0, Math.max(minLength, maxLength))
  return fc.oneof(fc.constantFrom(...words, ...ids), texts).map(fits)
}

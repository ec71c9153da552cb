import type { DocumentOf } from '#platform/server/county/index.ts'
import type { Row } from '../people/rows.ts'

type Dataset = DocumentOf<'dataset'>

/** A record as its owner writes it: own names of columns, own values of codes. */
export function inColumns(dataset: Dataset, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    dataset.fields.map(({ field, column, values = {} }) => {
      const value = row[field] ?? null
      const own = Object.entries(values).find(([, code]) => code === value)?.[0]
      return [column ?? field, own ?? value]
    }),
  )
}

/** The answer around records, as the owner builds it. */
export function bodyOf(
  source: Extract<Dataset['source'], { kind: 'http' }>,
  records: readonly Record<string, unknown>[],
  now: Date,
): unknown {
  const body = put({}, source.records, records)
  return source.asOf === undefined ? body : put(body, source.asOf, now.toISOString().slice(0, 10))
}

/** A copy with a value where a JSON pointer leads. */
function put(
  into: Readonly<Record<string, unknown>>,
  pointer: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const [head = '', ...rest] = pointer.split('/').slice(1)
  if (rest.length === 0) return { ...into, [head]: value }
  const inner = (into[head] ?? {}) as Readonly<Record<string, unknown>>
  return { ...into, [head]: put(inner, `/${rest.join('/')}`, value) }
}

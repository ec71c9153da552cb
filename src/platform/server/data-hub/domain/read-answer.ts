/**
 * What a department answered is used only where it is what the catalogue says: a list of records; in each the fields that were asked for,
 * each a value of its kind; each about the person who was asked about, and about that person alone. Where there is at most one
 * record of a person, the same record told twice counts once, and two that differ are nobody's. Anything else is a wrong answer,
 * and a wrong answer decides nothing.
 */
import type { DataRecord, DatasetField, DatasetShape, Field } from './dataset.ts'
import { readValue } from './read-value.ts'

/** What is wrong with an answer. */
export type WrongAnswer = 'unreadable' | 'field-missing' | 'value-invalid' | 'another-person' | 'several-records'

export type Answer =
  | { readonly kind: 'answered'; readonly records: readonly DataRecord[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-answer'; readonly reason: WrongAnswer; readonly field?: string | undefined }

/** Whom was asked about, and which fields. */
export type Asked = { readonly number: string; readonly name?: string | undefined; readonly fields: readonly string[] }

type Raw = Readonly<Record<string, unknown>>

/** Reads an answer; gives the fields that were asked for, and no other. */
export function readAnswer(
  dataset: DatasetShape,
  dictionary: ReadonlyMap<string, Field>,
  asked: Asked,
  raw: readonly Raw[],
): Answer {
  if (raw.length === 0) return { kind: 'not-found' }
  const wanted = new Set([
    dataset.key,
    ...(asked.name && dataset.nameField ? [dataset.nameField] : []),
    ...asked.fields,
  ])
  const fields = dataset.fields.filter(({ field }) => wanted.has(field))
  const records: DataRecord[] = []
  for (const one of raw) {
    const read = readRecord(fields, dictionary, one)
    if ('wrong' in read) return { kind: 'wrong-answer', ...read.wrong }
    if (isAnother(dataset, asked, read.record)) return { kind: 'wrong-answer', reason: 'another-person' }
    records.push(only(read.record, asked.fields))
  }
  const different = new Map(records.map((record) => [JSON.stringify(record), record]))
  if (dataset.records === 'one' && different.size > 1) return { kind: 'wrong-answer', reason: 'several-records' }
  return { kind: 'answered', records: [...different.values()] }
}

type ReadRecord =
  | { readonly record: DataRecord }
  | { readonly wrong: { readonly reason: WrongAnswer; readonly field: string } }

/** One record by the catalogue; for spreadsheets too. */
export function readRecord(
  fields: readonly DatasetField[],
  dictionary: ReadonlyMap<string, Field>,
  raw: Raw,
): ReadRecord {
  const record: Record<string, DataRecord[string]> = {}
  for (const one of fields) {
    const column = one.column ?? one.field
    const field = dictionary.get(one.field)
    if (field === undefined || !Object.hasOwn(raw, column)) {
      if (one.required || field === undefined) return { wrong: { reason: 'field-missing', field: one.field } }
      record[one.field] = null
      continue
    }
    const value = readValue(field, one, raw[column])
    if (value === undefined || (value === null && one.required))
      return { wrong: { reason: 'value-invalid', field: one.field } }
    record[one.field] = value
  }
  return { record }
}

function isAnother({ key, nameField }: DatasetShape, { number, name }: Asked, record: DataRecord): boolean {
  if (record[key] !== number) return true
  return name !== undefined && nameField !== undefined && plain(record[nameField]) !== plain(name)
}

/** Names differ in blanks and in the dot of names of minorities, and are the same. */
function plain(name: unknown): string {
  return String(name)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[•‧・.]/g, '·')
}

function only(record: DataRecord, fields: readonly string[]): DataRecord {
  return Object.fromEntries(fields.map((field) => [field, record[field] ?? null]))
}

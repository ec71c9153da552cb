/**
 * A table is taken over whole or not at all. Its headings are the owner's names of the columns, or the names of the dictionary; every
 * required column is there. Each row holds values of their kinds and the number of somebody; where there is at most one record of a
 * person, nobody is there twice. Everything that is wrong is told with its row and column.
 */
import type { DataRecord, DatasetField, DatasetShape, Field } from './dataset.ts'
import { readRecord } from './read-answer.ts'

/** What is wrong with a table, and where; rows count from 1 as a spreadsheet does. */
export type TableFault = {
  readonly row: number
  readonly column: string
  readonly fault: 'column-missing' | 'value-missing' | 'value-invalid' | 'twice'
}

export type ReadTable = {
  readonly rows: readonly { readonly row: number; readonly record: DataRecord }[]
  readonly faults: readonly TableFault[]
}

/** Reads a sheet whose first row that is not empty holds the headings. */
export function readTable(
  dataset: DatasetShape,
  dictionary: ReadonlyMap<string, Field>,
  sheet: readonly (readonly string[])[],
): ReadTable {
  const at = sheet.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  const headings = (sheet[at] ?? []).map(plain)
  const placed = dataset.fields.map((one) => ({ one, column: columnOf(one, dictionary, headings) }))
  const missing = placed.filter(({ one, column }) => column < 0 && one.required)
  if (missing.length > 0)
    return { rows: [], faults: missing.map(({ one }) => faultAt(at + 1, one, dictionary, 'column-missing')) }
  const rows: { row: number; record: DataRecord }[] = []
  const faults: TableFault[] = []
  const seen = new Set<unknown>()
  const keyField = dataset.fields.find(({ field }) => field === dataset.key) ?? { field: dataset.key, required: true }
  const plainly = dataset.fields.map(({ column, ...one }) => one)
  for (const [index, cells] of sheet.entries()) {
    if (index <= at || cells.every((cell) => cell.trim() === '')) continue
    const raw = rawOf(placed, cells)
    const read = readRecord(plainly, dictionary, raw)
    const key = 'record' in read ? read.record[dataset.key] : undefined
    if ('wrong' in read) faults.push(faultOf(index + 1, read.wrong.field, raw, dataset, dictionary))
    else if (dataset.records === 'one' && seen.has(key)) faults.push(faultAt(index + 1, keyField, dictionary, 'twice'))
    else rows.push({ row: index + 1, record: read.record })
    seen.add(key)
  }
  return { rows, faults }
}

type Placed = readonly { readonly one: DatasetField; readonly column: number }[]

function rawOf(placed: Placed, cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(placed.flatMap(({ one, column }) => (column < 0 ? [] : [[one.field, cells[column] ?? '']])))
}

function columnOf(one: DatasetField, dictionary: ReadonlyMap<string, Field>, headings: readonly string[]): number {
  const names = [one.column, dictionary.get(one.field)?.name, one.field].filter((name) => name !== undefined).map(plain)
  return headings.findIndex((heading) => names.includes(heading))
}

function faultOf(
  row: number,
  field: string,
  raw: Readonly<Record<string, string>>,
  dataset: DatasetShape,
  dictionary: ReadonlyMap<string, Field>,
): TableFault {
  const one = dataset.fields.find((candidate) => candidate.field === field) ?? { field, required: true }
  return faultAt(row, one, dictionary, (raw[field] ?? '').trim() === '' ? 'value-missing' : 'value-invalid')
}

function faultAt(
  row: number,
  one: DatasetField,
  dictionary: ReadonlyMap<string, Field>,
  fault: TableFault['fault'],
): TableFault {
  return { row, column: one.column ?? dictionary.get(one.field)?.name ?? one.field, fault }
}

/** Headings are compared without blanks and the star of a required column. */
function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/[\s*]/g, '')
}

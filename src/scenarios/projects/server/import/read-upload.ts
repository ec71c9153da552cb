import { buffer } from 'node:stream/consumers'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { readSheet, type Sheet, sheetLimits } from '#platform/server/sheets/index.ts'
import type { Mapping, PreviewInput } from '../../contract/import.ts'
import { findHeadingRow, guessMapping } from '../../domain/import/columns.ts'
import { type ReadPlan, readPlan } from '../../domain/import/read-plan.ts'
import { readDirectory } from './directory.ts'

/** An uploaded sheet, its headings found and its rows read as a plan. */
export type Upload = {
  readonly fileName: string
  readonly sheet: Sheet
  /** From 1. */
  readonly headingRow: number
  readonly headings: readonly string[]
  readonly mapping: Mapping
  readonly rows: number
  readonly plan: ReadPlan
}

const limitMegabytes = 20

/** Reads an upload of the caller's own; refuses what cannot be read. Writes nothing. */
export async function readUpload(services: Services, call: CallContext['call'], input: PreviewInput): Promise<Upload> {
  const { name, bytes, text } = await openUpload(services, call, input.file)
  const reading = await readSheet(bytes, { sheet: input.sheet, text })
  if (reading.kind === 'unreadable') refused('projects.import.unreadable', { file: name })
  if (reading.kind === 'too-large')
    refused('projects.import.too-large', { limitMegabytes, limitRows: sheetLimits.rows })
  const { sheet } = reading
  const headingRow = input.headingRow ?? (findHeadingRow(sheet.rows) ?? refused('projects.import.empty')) + 1
  const headings = sheet.rows[headingRow - 1] ?? refused('projects.import.empty')
  const mapping = input.mapping ?? guessMapping(headings)
  const rows = sheet.rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(headingRow)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) refused('projects.import.empty')
  if (rows.length > sheetLimits.rows)
    refused('projects.import.too-large', { limitMegabytes, limitRows: sheetLimits.rows })
  const directory = await directoryFor(call, rows, mapping)
  const plan = readPlan(rows, mapping, directory)
  return { fileName: name, sheet, headingRow, headings, mapping, rows: rows.length, plan }
}

async function openUpload(services: Services, call: CallContext['call'], file: string) {
  const [row] = await call.read((tx) => listFiles(tx, call.actor.jurisdiction, [file]))
  if (row === undefined || row.uploaded_by !== call.actor.person) refused('record.unknown')
  const text = row.media_type === 'text/csv'
  const readable = text || /spreadsheetml|ms-excel/.test(row.media_type)
  if (!readable) refused('projects.import.unreadable', { file: row.name })
  return { name: row.name, text, bytes: await buffer(services.files.read(row.digest)) }
}

type Rows = readonly { readonly cells: readonly string[] }[]

function directoryFor(call: CallContext['call'], rows: Rows, mapping: Mapping) {
  const column = mapping.person
  return readDirectory(call, column === undefined ? [] : rows.map(({ cells }) => cells[column] ?? ''))
}

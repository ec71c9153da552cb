import type { Mapping, PlanField, RowProblem } from '../../contract/import.ts'
import { cellDate } from './cell-date.ts'
import { unguardCell } from './guarded-cell.ts'
import { readLinks, type TextLink } from './link-text.ts'
import { problem } from './problem.ts'

/** One row of a sheet as text, and its number as the spreadsheet counts. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] }

/** A row read field by field; what could not be read is null and stands among the problems. */
export type PlanRow = {
  readonly row: number
  readonly code: string
  readonly title: string
  readonly parent: string
  readonly nature: string
  readonly deliverable: string
  readonly organisation: string
  readonly person: string
  /** YYYY-MM-DD, with T and a time of day where the cell tells one. */
  readonly plannedStart: string | null
  readonly deadline: string | null
  readonly links: readonly TextLink[]
}

const longest: Partial<Record<PlanField, number>> = {
  code: 32,
  title: 200,
  nature: 50,
  deliverable: 500,
  organisation: 100,
  person: 50,
}

/** Reads the rows below the headings; empty ones are passed over. */
export function readPlanRows(
  rows: readonly SheetRow[],
  mapping: Mapping,
): { readonly rows: readonly PlanRow[]; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const read = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row, index) => readRow(row, index, mapping, problems))
  return { rows: read, problems }
}

function readRow(sheetRow: SheetRow, index: number, mapping: Mapping, problems: RowProblem[]): PlanRow {
  const { row } = sheetRow
  const at = { row, mapping, problems }
  const text = (field: PlanField) => textOf(sheetRow, field, at)
  return {
    row,
    code: text('code') || String(index + 1),
    title: text('title') || note(at, 'title', 'projects.import.title-missing'),
    parent: text('parent'),
    nature: text('nature'),
    deliverable: text('deliverable'),
    organisation: text('organisation'),
    person: text('person'),
    plannedStart: dateOf(sheetRow, 'plannedStart', at),
    deadline: dateOf(sheetRow, 'deadline', at),
    links: readLinks(text('predecessors')),
  }
}

type Place = { readonly row: number; readonly mapping: Mapping; readonly problems: RowProblem[] }

function textOf(row: SheetRow, field: PlanField, at: Place): string {
  const column = at.mapping[field]
  const text = column === undefined ? '' : unguardCell((row.cells[column] ?? '').normalize('NFC').trim())
  if (/[\p{Cc}\p{Cs}<>]/u.test(text.replace(/\r?\n/g, ' ')))
    return note(at, field, 'projects.import.text-unsafe', { text })
  const most = longest[field] ?? 500
  if ([...text].length > most) return note(at, field, 'projects.import.text-too-long', { most })
  return text.replace(/\s*\r?\n\s*/g, ' ')
}

function dateOf(row: SheetRow, field: 'plannedStart' | 'deadline', at: Place): string | null {
  const column = at.mapping[field]
  const text = column === undefined ? '' : (row.cells[column] ?? '')
  const read = cellDate(text)
  if (read.kind === 'date') return read.time === undefined ? read.date : `${read.date}T${read.time}`
  if (read.kind === 'unreadable') note(at, field, 'projects.import.date-unreadable', { text })
  if (read.kind === 'out-of-range') note(at, field, 'projects.import.date-out-of-range', { year: read.year })
  return null
}

function note(at: Place, field: PlanField, code: string, facts: Record<string, string | number> = {}): '' {
  at.problems.push(problem(at, field, code, facts))
  return ''
}

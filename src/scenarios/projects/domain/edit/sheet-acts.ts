import { countBelow, emptyRow, type PlanRow, type PlanSheet, type SheetField, sheetFields } from './plan-sheet.ts'

/** A cell by the place of its row, from 0, and its column among `sheetFields`. */
export type CellPlace = { readonly row: number; readonly column: number }

/** Writes a block of cells with its corner at a place; rows that are missing below are made, at the depth of the last. */
export function pasteBlock(
  sheet: PlanSheet,
  at: CellPlace,
  block: readonly (readonly string[])[],
  newId: () => string,
): PlanSheet {
  const depth = sheet.rows.at(-1)?.depth ?? 0
  const missing = Math.max(0, at.row + block.length - sheet.rows.length)
  const rows = [...sheet.rows, ...Array.from({ length: missing }, () => emptyRow(newId(), depth))]
  for (const [down, cells] of block.entries()) {
    const row = rows[at.row + down]
    if (row) rows[at.row + down] = withCells(row, at.column, cells)
  }
  return { ...sheet, rows }
}

/** Puts a row below one, at its depth, behind all that stands below it. */
export function insertBelow(sheet: PlanSheet, at: number, id: string): PlanSheet {
  const place = sheet.rows.length === 0 ? 0 : at + 1 + countBelow(sheet.rows, at)
  const row = emptyRow(id, sheet.rows[at]?.depth ?? 0)
  return { ...sheet, rows: [...sheet.rows.slice(0, place), row, ...sheet.rows.slice(place)] }
}

/** Takes rows out with all that stands below them. */
export function removeRows(sheet: PlanSheet, from: number, to: number): PlanSheet {
  const end = Array.from({ length: to - from + 1 }, (_, index) => from + index).reduce(
    (last, at) => Math.max(last, at + countBelow(sheet.rows, at)),
    to,
  )
  return { ...sheet, rows: sheet.rows.filter((_, at) => at < from || at > end) }
}

/** Puts a row below the brother above it, or beside its parent; what stands below it goes along. Gives the same where it cannot. */
export function shiftRow(sheet: PlanSheet, at: number, by: 1 | -1): PlanSheet {
  const { rows } = sheet
  const row = rows[at]
  const above = rows[at - 1]
  if (row === undefined) return sheet
  if (by === 1 && (above === undefined || row.depth > above.depth)) return sheet
  if (by === -1 && row.depth === 0) return sheet
  const end = at + countBelow(rows, at)
  return {
    ...sheet,
    rows: rows.map((one, index) => (index < at || index > end ? one : { ...one, depth: one.depth + by })),
  }
}

/** Moves a row and all below it before the brother above it, or behind the one below. */
export function moveRow(sheet: PlanSheet, at: number, by: 1 | -1): { readonly sheet: PlanSheet; readonly at: number } {
  const { rows } = sheet
  const depth = rows[at]?.depth
  const size = countBelow(rows, at) + 1
  const other = by === 1 ? at + size : brotherAbove(rows, at)
  if (depth === undefined || other === undefined || rows[other]?.depth !== depth) return { sheet, at }
  const first = Math.min(at, other)
  const second = Math.max(at, other)
  const length = countBelow(rows, second) + 1
  const moved = [
    ...rows.slice(0, first),
    ...rows.slice(second, second + length),
    ...rows.slice(first, second),
    ...rows.slice(second + length),
  ]
  return { sheet: { ...sheet, rows: moved }, at: by === 1 ? at + length : first }
}

/** The cells of a block, as they are shown. */
export function copyBlock(
  shown: readonly (readonly string[])[],
  from: CellPlace,
  to: CellPlace,
): readonly (readonly string[])[] {
  return shown.slice(from.row, to.row + 1).map((cells) => cells.slice(from.column, to.column + 1))
}

function brotherAbove(rows: readonly PlanRow[], at: number): number | undefined {
  const depth = rows[at]?.depth ?? 0
  for (let index = at - 1; index >= 0; index -= 1) {
    const one = rows[index]?.depth ?? 0
    if (one === depth) return index
    if (one < depth) return undefined
  }
  return undefined
}

function withCells(row: PlanRow, column: number, cells: readonly string[]): PlanRow {
  const changed = cells.flatMap((text, index): [SheetField, string][] => {
    const field = sheetFields[column + index]
    return field === undefined ? [] : [[field, text.trim()]]
  })
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(changed) } }
}

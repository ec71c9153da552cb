import { type PlanRow, type PlanSheet, parentsOf, type SheetField, sheetFields } from './plan-sheet.ts'

/** A cell that two people wrote differently. */
export type Conflict = {
  readonly id: string
  readonly title: string
  readonly field: SheetField
  readonly mine: string
  readonly theirs: string
}

/** One's own edits laid onto what somebody else saved meanwhile, and the cells where both wrote. */
export type Replayed = {
  readonly sheet: PlanSheet
  readonly conflicts: readonly Conflict[]
  readonly lost: readonly string[]
}

/**
 * Lays edits made on `base` onto `theirs`. Where both changed one cell, one's own stands until it is decided otherwise; rows that
 * the other took out and one's own edits were in are told in `lost`. Places are the other's, with new rows below their brothers.
 */
export function replay(base: PlanSheet, mine: PlanSheet, theirs: PlanSheet): Replayed {
  const old = new Map(base.rows.map((row) => [row.id, row]))
  const own = new Map(mine.rows.map((row) => [row.id, row]))
  const conflicts: Conflict[] = []
  const kept = theirs.rows.filter(({ id }) => own.has(id) || !old.has(id))
  const merged = kept.map((row) => mergeRow(old.get(row.id), own.get(row.id), row, conflicts))
  const known = new Set(theirs.rows.map(({ id }) => id))
  const lost = mine.rows.filter((row) => {
    const before = old.get(row.id)
    return before !== undefined && !known.has(row.id) && sheetFields.some((f) => before.cells[f] !== row.cells[f])
  })
  const fresh = mine.rows.filter(({ id }) => !old.has(id))
  const rows = levelled(fresh.reduce((all, row) => putIn(all, row, mine.rows), merged))
  return { sheet: { ...theirs, rows }, conflicts, lost: lost.map(({ cells }) => cells.title) }
}

function mergeRow(
  base: PlanRow | undefined,
  mine: PlanRow | undefined,
  theirs: PlanRow,
  conflicts: Conflict[],
): PlanRow {
  if (base === undefined || mine === undefined) return theirs
  const own = sheetFields.filter((field) => mine.cells[field] !== base.cells[field])
  for (const field of own)
    if (theirs.cells[field] !== base.cells[field] && theirs.cells[field] !== mine.cells[field])
      conflicts.push({
        ...{ id: theirs.id, title: mine.cells.title, field },
        ...{ mine: mine.cells[field], theirs: theirs.cells[field] },
      })
  return {
    ...theirs,
    cells: { ...theirs.cells, ...Object.fromEntries(own.map((field) => [field, mine.cells[field]])) },
  }
}

/** No row stands more than one level below the one above it. */
function levelled(rows: readonly PlanRow[]): PlanRow[] {
  let above = -1
  return rows.map((row) => {
    above = Math.min(row.depth, above + 1)
    return { ...row, depth: above }
  })
}

/** Puts a new row behind the one that it stood behind; where that is gone, at the end of its parent, else at the end. */
function putIn(rows: readonly PlanRow[], row: PlanRow, mine: readonly PlanRow[]): PlanRow[] {
  const at = mine.findIndex(({ id }) => id === row.id)
  const above = mine
    .slice(0, at)
    .toReversed()
    .find(({ id }) => rows.some((one) => one.id === id))
  const place = above === undefined ? rows.length : rows.findIndex(({ id }) => id === above.id) + 1
  const parent = parentsOf(mine).get(row.id)
  const parentRow = rows.find(({ id }) => id === parent)
  const depth = parentRow === undefined ? (parent === null ? 0 : (rows[place - 1]?.depth ?? 0)) : parentRow.depth + 1
  const limit = place === 0 ? 0 : (rows[place - 1]?.depth ?? 0) + 1
  return [...rows.slice(0, place), { ...row, depth: Math.min(depth, limit) }, ...rows.slice(place)]
}

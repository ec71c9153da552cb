import type { NodeText, PlanEdit } from '../../contract/edits.ts'
import { readLinks } from '../import/link-text.ts'
import { countBelow, type PlanRow, type PlanSheet, parentsOf, type SheetField, sheetFields } from './plan-sheet.ts'

/** The operations that make one node table of another: places from top to bottom, then words, links, and what is gone. */
export function operationsOf(base: PlanSheet, sheet: PlanSheet): PlanEdit[] {
  const old = new Map(base.rows.map((row) => [row.id, row]))
  const kept = new Set(sheet.rows.map(({ id }) => id))
  const gone = base.rows.filter(({ id }) => !kept.has(id))
  const oldParents = parentsOf(base.rows)
  return [
    ...placings(base, sheet),
    ...sheet.rows.flatMap((row) => wordsOf(old.get(row.id), row)),
    ...sheet.rows.flatMap((row) => linksOf(sheet, old.get(row.id), row)),
    ...gone
      .filter(({ id }) => kept.has(oldParents.get(id) ?? '') || oldParents.get(id) === null)
      .map(({ id }): PlanEdit => ({ op: 'remove', node: id })),
  ]
}

/**
 * New rows and rows in other places, parents before children and each brother before the one above it: so whatever an operation
 * names is there. Brothers whose order stayed are left alone.
 */
function placings(base: PlanSheet, sheet: PlanSheet): PlanEdit[] {
  const old = new Set(base.rows.map(({ id }) => id))
  const before = childrenOf(base.rows)
  const after = childrenOf(sheet.rows)
  const rows = new Map(sheet.rows.map((row, at) => [row.id, { row, at }]))
  return [null, ...sheet.rows.map(({ id }) => id)].flatMap((parent) => {
    const children = after.get(parent) ?? []
    const stayed = new Set(before.get(parent) ?? [])
    const isOrdered = sameOrder(
      (before.get(parent) ?? []).filter((id) => children.includes(id)),
      children.filter((id) => stayed.has(id)),
    )
    return children.toReversed().flatMap((id, back): PlanEdit[] => {
      const next = children[children.length - back] ?? null
      const found = rows.get(id)
      if (found === undefined || (old.has(id) && stayed.has(id) && isOrdered)) return []
      if (old.has(id)) return [{ op: 'move', node: id, parent, before: next }]
      return [{ op: 'add', node: id, parent, before: next, fields: wholeText(sheet, found.at) }]
    })
  })
}

function childrenOf(rows: readonly PlanRow[]): Map<string | null, string[]> {
  const children = new Map<string | null, string[]>()
  for (const [id, parent] of parentsOf(rows)) children.set(parent, [...(children.get(parent) ?? []), id])
  return children
}

function wordsOf(old: PlanRow | undefined, row: PlanRow): PlanEdit[] {
  if (old === undefined) return []
  const changed = sheetFields.filter((field) => field !== 'links' && row.cells[field] !== old.cells[field])
  if (changed.length === 0) return []
  const fields = changed.includes('organisation') ? [...new Set([...changed, 'person' as const])] : changed
  return [{ op: 'change', node: row.id, fields: Object.fromEntries(fields.map((field) => [field, row.cells[field]])) }]
}

function linksOf({ minutesPerDay }: PlanSheet, old: PlanRow | undefined, row: PlanRow): PlanEdit[] {
  if (row.cells.links === (old?.cells.links ?? '')) return []
  const minutes = { d: minutesPerDay, h: 60, m: 1 } as const
  const links = readLinks(row.cells.links).map(({ code, kind, lag }) => ({
    node: code.replace(/[{}]/g, ''),
    kind,
    lagMinutes: Math.round(lag.amount * minutes[lag.unit]),
  }))
  return [{ op: 'link', node: row.id, links }]
}

/** What a new row says; a branch that says no unit or dates takes those of what stands below it. */
function wholeText({ rows }: PlanSheet, at: number): NodeText {
  const below = rows.slice(at, at + 1 + countBelow(rows, at))
  const texts = (field: SheetField) => below.map((row) => row.cells[field]).filter((text) => text !== '')
  const own = rows[at]?.cells
  const { title = '', nature = '', deliverable = '', person = '' } = own ?? {}
  return {
    ...{ title, nature, deliverable, person },
    organisation: own?.organisation || texts('organisation')[0] || '',
    plannedStart: own?.plannedStart || texts('plannedStart').sort()[0] || '',
    deadline: own?.deadline || texts('deadline').sort().at(-1) || '',
  }
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

import type { TreeNode } from '../../contract/views.ts'
import { readLinks, type TextLink, writeLinks } from '../import/link-text.ts'

/** The columns of the node table that can be written in, in the order of the template. */
export const sheetFields = [
  ...(['title', 'nature', 'deliverable', 'organisation', 'person', 'plannedStart', 'deadline', 'links'] as const),
] as const
export type SheetField = (typeof sheetFields)[number]

/**
 * A row of the node table: its place by its depth, and its cells as text. Days are YYYY-MM-DD; links name rows by their id in
 * braces (`{0192…}SS+3d`), so that they stay when numbers change, and by the code that was written where there is none.
 */
export type PlanRow = {
  readonly id: string
  readonly depth: number
  /** The code that the plan has for it; empty on a new row. */
  readonly code: string
  readonly cells: Readonly<Record<SheetField, string>>
}

/** A node table from top to bottom, with the length of a working day in minutes, to tell lags by. */
export type PlanSheet = { readonly rows: readonly PlanRow[]; readonly minutesPerDay: number }

/** A day in the county: YYYY-MM-DD. */
export type DayOf = (instant: string) => string

/** The node table of a plan. */
export function sheetOf(nodes: readonly TreeNode[], dayOf: DayOf): PlanSheet {
  const minutesPerDay = nodes.find(({ remaining }) => remaining)?.remaining?.minutesPerDay ?? 480
  return {
    minutesPerDay,
    rows: nodes.map((node) => ({
      id: node.node,
      depth: node.depth,
      code: node.code,
      cells: {
        title: node.title,
        nature: node.nature,
        deliverable: node.deliverable,
        organisation: node.owner.organisationName,
        person: node.owner.personName ?? '',
        plannedStart: dayOf(node.plannedStart),
        deadline: dayOf(node.deadline),
        links: writeLinks(node.links.map((link) => textLink(link, minutesPerDay))),
      },
    })),
  }
}

/** A new row without words. */
export function emptyRow(id: string, depth: number): PlanRow {
  const cells = Object.fromEntries(sheetFields.map((field) => [field, ''])) as PlanRow['cells']
  return { id, depth, code: '', cells }
}

/** The number of each row in the outline: the plan's own codes while no place changed, else 1, 1.1, 1.2 … */
export function codesOf(sheet: PlanSheet, base: PlanSheet): string[] {
  const isSame =
    sheet.rows.length === base.rows.length &&
    sheet.rows.every((row, at) => row.id === base.rows[at]?.id && row.depth === base.rows[at]?.depth)
  if (isSame) return base.rows.map(({ code }) => code)
  const counters: number[] = []
  return sheet.rows.map(({ depth }) => {
    counters.length = depth + 1
    for (let level = 0; level <= depth; level += 1) counters[level] ??= 0
    counters[depth] = (counters[depth] ?? 0) + 1
    return counters.join('.')
  })
}

/** A cell of links as it is shown and written: by codes. */
export function showLinks(text: string, codeOf: (id: string) => string | undefined): string {
  return text.replace(/\{([^}]+)\}/g, (_, id: string) => codeOf(id) ?? '')
}

/** What was written into a cell of links, codes that are known made ids. */
export function takeLinks(text: string, idOf: (code: string) => string | undefined): string {
  return writeLinks(
    readLinks(text).map((link) => {
      const id = idOf(link.code)
      return id === undefined ? link : { ...link, code: `{${id}}` }
    }),
  )
}

/** The rows below the one at a place, itself left out. */
export function countBelow(rows: readonly PlanRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0
  const end = rows.findIndex((row, index) => index > at && row.depth <= depth)
  return (end < 0 ? rows.length : end) - at - 1
}

/** The parent of each row by its id; null at the top. */
export function parentsOf(rows: readonly PlanRow[]): Map<string, string | null> {
  const above: string[] = []
  return new Map(
    rows.map(({ id, depth }) => {
      above.length = depth
      const parent = depth === 0 ? null : (above[depth - 1] ?? null)
      above[depth] = id
      return [id, parent]
    }),
  )
}

/** A lag in whole days or hours where it is one, else in minutes. */
function textLink({ node, kind, lagMinutes }: TreeNode['links'][number], minutesPerDay: number): TextLink {
  const code = `{${node}}`
  if (lagMinutes % minutesPerDay === 0) return { code, kind, lag: { amount: lagMinutes / minutesPerDay, unit: 'd' } }
  if (lagMinutes % 60 === 0) return { code, kind, lag: { amount: lagMinutes / 60, unit: 'h' } }
  return { code, kind, lag: { amount: lagMinutes, unit: 'm' } }
}

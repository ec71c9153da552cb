import { findCycle } from '#platform/server/plans/domain/cycle.ts'
import type { Mapping, RowProblem } from '../../contract/import.ts'
import type { PlanRow } from './plan-rows.ts'
import { problem } from './problem.ts'

/** Rows by code in a tree. `parent` and `children` hold codes; `order` is the outline from top to bottom. */
export type Outline = {
  readonly byCode: ReadonlyMap<string, PlanRow>
  readonly parent: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly order: readonly { readonly code: string; readonly depth: number }[]
}

/** Puts rows into their tree: by the parent column, else by the dots of the code (1.2 stands under 1). */
export function readOutline(
  rows: readonly PlanRow[],
  mapping: Mapping,
): { readonly outline: Outline; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const byCode = new Map<string, PlanRow>()
  for (const row of rows) {
    const other = byCode.get(row.code)
    if (other)
      problems.push(
        problem({ row: row.row, mapping }, 'code', 'projects.import.code-twice', { code: row.code, other: other.row }),
      )
    else byCode.set(row.code, row)
  }
  const parent = parentsOf(byCode, mapping, problems)
  const children = childrenOf(byCode, parent)
  const roots = [...byCode.keys()].filter((code) => !parent.has(code))
  return { outline: { byCode, parent, children, order: inOrder(roots, children) }, problems }
}

/** All codes below one, itself left out. */
export function below(outline: Outline, code: string): readonly string[] {
  return (outline.children.get(code) ?? []).flatMap((child) => [child, ...below(outline, child)])
}

/** Whether a code has nothing below it. */
export function isLeaf(outline: Outline, code: string): boolean {
  return (outline.children.get(code) ?? []).length === 0
}

/** All codes above one, nearest first. */
export function above(outline: Outline, code: string): readonly string[] {
  const parent = outline.parent.get(code)
  return parent === undefined ? [] : [parent, ...above(outline, parent)]
}

function parentsOf(
  byCode: ReadonlyMap<string, PlanRow>,
  mapping: Mapping,
  problems: RowProblem[],
): Map<string, string> {
  const parents = new Map<string, string>()
  for (const row of byCode.values()) {
    const parent = row.parent || prefixOf(row.code, byCode)
    if (parent === undefined || parent === '') continue
    if (byCode.has(parent)) parents.set(row.code, parent)
    else problems.push(problem({ row: row.row, mapping }, 'parent', 'projects.import.parent-unknown', { parent }))
  }
  const cycle = findCycle(new Map([...parents].map(([code, parent]) => [code, [parent]])))
  const first = cycle?.[0]
  if (cycle && first !== undefined) {
    const row = byCode.get(first)?.row ?? 0
    problems.push(problem({ row, mapping }, 'parent', 'projects.import.parent-cycle', { cycle: cycle.join(' → ') }))
    return new Map()
  }
  return parents
}

function prefixOf(code: string, byCode: ReadonlyMap<string, PlanRow>): string | undefined {
  const cut = code.lastIndexOf('.')
  if (cut <= 0) return undefined
  const prefix = code.slice(0, cut)
  return byCode.has(prefix) ? prefix : prefixOf(prefix, byCode)
}

function childrenOf(byCode: ReadonlyMap<string, PlanRow>, parent: ReadonlyMap<string, string>): Map<string, string[]> {
  const children = new Map<string, string[]>([...byCode.keys()].map((code) => [code, []]))
  for (const [code, above] of parent) children.get(above)?.push(code)
  return children
}

function inOrder(
  roots: readonly string[],
  children: ReadonlyMap<string, readonly string[]>,
  depth = 0,
): { code: string; depth: number }[] {
  return roots.flatMap((code) => [{ code, depth }, ...inOrder(children.get(code) ?? [], children, depth + 1)])
}

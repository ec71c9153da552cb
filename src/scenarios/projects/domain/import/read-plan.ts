import { findCycle } from '#platform/server/plans/domain/cycle.ts'
import type { Mapping, PlanField, RowProblem } from '../../contract/import.ts'
import type { TextLink } from './link-text.ts'
import { above, below, isLeaf, type Outline, readOutline } from './outline.ts'
import { type Directory, type Owner, ownerFinder } from './parties.ts'
import { type PlanRow, readPlanRows, type SheetRow } from './plan-rows.ts'
import { problem } from './problem.ts'

/** A node of the plan that a sheet tells, in outline order. Days are YYYY-MM-DD, with T and a time of day where the sheet tells one. */
export type ImportedNode = {
  readonly row: number
  readonly code: string
  readonly parent: string | null
  readonly depth: number
  readonly leaf: boolean
  readonly title: string
  readonly nature: string
  readonly deliverable: string
  readonly organisation: string | null
  readonly organisationName: string
  readonly person: string | null
  readonly personName: string
  readonly plannedStart: string | null
  readonly deadline: string | null
  /** Links to leaves, of leaves only: a branch named as predecessor stands for the leaves below it, and what a branch waits on, every leaf below it waits on. */
  readonly links: readonly TextLink[]
}

/** A sheet read as a plan: its nodes and all that is wrong. Without problems every leaf has unit, start and deadline. */
export type ReadPlan = { readonly nodes: readonly ImportedNode[]; readonly problems: readonly RowProblem[] }

/** Reads the rows of a sheet as a plan of the county. */
export function readPlan(rows: readonly SheetRow[], mapping: Mapping, directory: Directory): ReadPlan {
  const read = readPlanRows(rows, mapping)
  const { outline, problems } = readOutline(read.rows, mapping)
  const found: RowProblem[] = [...read.problems, ...problems]
  const ownerOf = ownerFinder(directory, mapping)
  const waits = new Map(outline.order.map(({ code }) => [code, linksOf(outline, rowOf(outline, code), mapping, found)]))
  const nodes = outline.order.map(({ code, depth }) => {
    const row = rowOf(outline, code)
    const links = [code, ...above(outline, code)].flatMap((one) => waits.get(one) ?? [])
    return nodeOf({
      outline,
      row,
      depth,
      owner: ownerOf(row, found),
      links: isLeaf(outline, code) ? distinct(links) : [],
    })
  })
  for (const node of nodes) found.push(...nodeProblems(node, outline, mapping, read.problems))
  found.push(...cycleProblems(nodes, mapping))
  return { nodes, problems: found.sort((a, b) => a.row - b.row) }
}

function nodeOf(parts: {
  readonly outline: Outline
  readonly row: PlanRow
  readonly depth: number
  readonly owner: Owner
  readonly links: readonly TextLink[]
}): ImportedNode {
  const { outline, row, depth, owner, links } = parts
  const { code, title, nature, deliverable, plannedStart, deadline } = row
  return {
    ...{ row: row.row, code, title, nature, deliverable, plannedStart, deadline, depth, links },
    parent: outline.parent.get(code) ?? null,
    leaf: isLeaf(outline, code),
    organisation: owner.organisation,
    organisationName: row.organisation,
    person: owner.person,
    personName: row.person,
  }
}

function linksOf(outline: Outline, row: PlanRow, mapping: Mapping, problems: RowProblem[]): TextLink[] {
  const kin = new Set([row.code, ...above(outline, row.code), ...below(outline, row.code)])
  const leaves = row.links.flatMap((link) => {
    const { code } = link
    const at = { row: row.row, mapping }
    if (!outline.byCode.has(code))
      problems.push(problem(at, 'predecessors', 'projects.import.predecessor-unknown', { code }))
    else if (kin.has(code)) problems.push(problem(at, 'predecessors', 'projects.import.predecessor-inside', { code }))
    else if (isLeaf(outline, code)) return [link]
    else return leavesUnder(outline, code).map((inner) => ({ ...link, code: inner }))
    return []
  })
  return distinct(leaves)
}

function leavesUnder(outline: Outline, code: string): readonly string[] {
  return below(outline, code).filter((inner) => isLeaf(outline, inner))
}

/** One link of a kind for each predecessor: the first that was written. */
function distinct(links: readonly TextLink[]): TextLink[] {
  const isSame = (a: TextLink, b: TextLink) => a.code === b.code && a.kind === b.kind
  return links.filter((link, index) => links.findIndex((other) => isSame(link, other)) === index)
}

/** Leaves need unit and dates; a branch may leave them to what is below it. */
function nodeProblems(
  node: ImportedNode,
  outline: Outline,
  mapping: Mapping,
  known: readonly RowProblem[],
): RowProblem[] {
  const at = { row: node.row, mapping }
  const found: RowProblem[] = []
  const isKnown = (field: PlanField) => known.some((one) => one.row === node.row && one.field === field)
  if (node.leaf) {
    if (node.organisationName === '' && !isKnown('organisation'))
      found.push(problem(at, 'organisation', 'projects.import.organisation-missing'))
    for (const field of ['plannedStart', 'deadline'] as const)
      if (node[field] === null && !isKnown(field)) found.push(problem(at, field, 'projects.import.date-missing'))
  }
  const { plannedStart: start, deadline } = node
  if (start !== null && deadline !== null && isAfter(start, deadline))
    found.push(problem(at, 'deadline', 'projects.import.deadline-before-start', { start, deadline }))
  const parent = node.parent === null ? undefined : outline.byCode.get(node.parent)
  if (parent?.deadline && deadline !== null && isAfter(deadline, parent.deadline))
    found.push(
      problem(at, 'deadline', 'projects.import.after-parent', { parent: parent.title, deadline: parent.deadline }),
    )
  return found
}

/** Whether a day lies after another; within one day times count only where both tell one. */
function isAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) > other.slice(0, length)
}

function cycleProblems(nodes: readonly ImportedNode[], mapping: Mapping): RowProblem[] {
  const cycle = findCycle(new Map(nodes.map((node) => [node.code, node.links.map(({ code }) => code)])))
  const first = nodes.find(({ code }) => code === cycle?.[0])
  if (cycle === undefined || first === undefined) return []
  return [
    problem({ row: first.row, mapping }, 'predecessors', 'projects.import.predecessor-cycle', {
      cycle: cycle.join(' → '),
    }),
  ]
}

function rowOf(outline: Outline, code: string): PlanRow {
  const row = outline.byCode.get(code)
  if (row === undefined) throw new Error(`the outline names a code without a row: ${code}`)
  return row
}

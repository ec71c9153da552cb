import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { discard, edit } from './domain/amend.ts'
import { type Difference, type Differences, differencesOf, tellDifference } from './domain/difference.ts'
import { editOutline } from './domain/edit-outline.ts'
import { gatesStart } from './domain/gate.ts'
import type { NodeChange } from './domain/node.ts'
import type { DroppedLink, Edit } from './domain/outline-node.ts'
import { newNodeOf, placedOf } from './node-record.ts'
import { type NodeRow, nodeOf } from './node-row.ts'
import type { NodeWork } from './node-work.ts'
import { linkedLeaf, type RebasePlace, rebaseLeaf, removeLeaf, rowAfter } from './rebase-node.ts'
import { freshRow, reopenAll } from './reopen.ts'

/*
 * A change of a running plan (调整): operations applied to the plan as it stands when the change is approved. Every leaf concerned
 * is decided on its own version of the record, so a sweep, a report or an acceptance at the same time is either seen by the
 * change or decided anew after it. A leaf that others are newly made to hang on gets an entry too, for the same reason.
 */

/** What a change does to a plan. */
export type Rebased = {
  readonly differences: Differences
  readonly dropped: readonly DroppedLink[]
  /** Leaves that a clock runs for, by id: changed, new, released, noted. */
  readonly works: ReadonlyMap<string, NodeWork>
  /** Leaves that are taken out. */
  readonly removals: readonly NodeWork[]
  /** Branches, which have a story but no clock. */
  readonly branches: readonly { readonly row: NodeRow; readonly change: NodeChange }[]
}

/** Decides a change of a running plan; nothing is written. */
export function rebasePlan(place: RebasePlace, rows: readonly NodeRow[], edits: readonly Edit[]): Result<Rebased> {
  const before = rows.map(placedOf)
  const outline = editOutline(before, edits)
  if (!outline.ok) return outline
  const differences = differencesOf(before, outline.value.nodes)
  const split = refuseSplit(rows, outline.value.nodes)
  if (split) return split
  const own = new Map(rows.map((row) => [row.id, row]))
  const changed = changeLeaves(place, own, differences.changed)
  if (!changed.ok) return changed
  const removed = all(leavesOf(own, differences.removed).map((row) => removeLeaf(place, row)))
  if (!removed.ok) return removed
  const after = outline.value.nodes.map((node) => {
    const row = own.get(node.id)
    return row === undefined ? freshRow(place, newNodeOf(place.rules.calendar, node)) : rowAfter(place.rules, row, node)
  })
  const works = new Map(changed.value.map((work) => [work.row.id, work]))
  reopenAll(place, after, works, new Set([...differences.removed, ...differences.added].map(({ id }) => id)))
  for (const row of newlyGating(own, differences)) if (!works.has(row.id)) works.set(row.id, linkedLeaf(place, row))
  const branches = branchChanges(place, own, differences)
  return ok({ differences, dropped: outline.value.dropped, works, removals: removed.value, branches })
}

function changeLeaves(place: RebasePlace, own: ReadonlyMap<string, NodeRow>, changed: readonly Difference[]) {
  const leaves = changed.filter(({ after }) => after.leaf)
  return all(
    leaves.flatMap((one) => {
      const row = own.get(one.after.id)
      return row === undefined ? [] : [rebaseLeaf(place, row, one)]
    }),
  )
}

/** A leaf that runs cannot become a branch, nor a branch a leaf: what somebody owes would change its nature. */
function refuseSplit(rows: readonly NodeRow[], after: readonly { readonly id: string; readonly leaf: boolean }[]) {
  const leaf = new Map(after.map((node) => [node.id, node.leaf]))
  const other = rows.find((row) => leaf.get(row.id) === !row.leaf)
  if (other === undefined) return undefined
  return refuse(other.leaf ? 'plans.change.leaf-split' : 'plans.change.branch-empty', { node: other.title })
}

/** Leaves that something new hangs on, and that can still be accepted. */
function newlyGating(own: ReadonlyMap<string, NodeRow>, { added, changed }: Differences): NodeRow[] {
  const links = [...added, ...changed.map(({ after }) => after)].flatMap((node) => node.links)
  const ids = new Set(links.filter(gatesStart).map((link) => link.node))
  return [...ids].flatMap((id) => own.get(id) ?? []).filter((row) => row.state !== 'done')
}

function branchChanges({ plan, now, grounds }: RebasePlace, own: ReadonlyMap<string, NodeRow>, of: Differences) {
  const changed = of.changed.flatMap((one) => {
    const row = own.get(one.after.id)
    if (row === undefined || row.leaf) return []
    const { title, plannedStart, deadline } = one.after
    const payload = { ...tellDifference(one), ...grounds }
    return [{ row, change: edit(nodeOf(row), { title, plannedStart, deadline, payload }, now) }]
  })
  const removed = of.removed.flatMap(({ id }) => {
    const row = own.get(id)
    if (row === undefined || row.leaf) return []
    return [{ row, change: discard(nodeOf(row), { plan: plan.id, ...grounds }, now) }]
  })
  return [...changed, ...removed]
}

function leavesOf(own: ReadonlyMap<string, NodeRow>, nodes: readonly { readonly id: string }[]): NodeRow[] {
  return nodes.flatMap(({ id }) => own.get(id) ?? []).filter((row) => row.leaf)
}

function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}

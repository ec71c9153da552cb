import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { findCycle } from './cycle.ts'
import { Outline } from './outline.ts'
import type { Edit, EditedOutline, OutlineNode, PlacedNode } from './outline-node.ts'
import { settleLinks } from './settle-links.ts'

/*
 * Editing a plan's outline (编制、调整). A list of operations is applied in its order, all or none:
 *   add     a node under a parent, before a brother or last;
 *   change  what a node is: title, nature, deliverable, owner, dates;
 *   move    a node and all below it to another place;
 *   remove  a node and all below it; links to what is gone go with it, and are told;
 *   link    what a node hangs on. A branch stands for the leaves below it on either side of a link.
 * Afterwards: links join leaves only and run in no circle, a deadline lies after its start, and where places changed the codes
 * are the numbers of the outline (1, 1.1, 1.2 …). A branch whose dates spanned its leaves still does.
 */

/** Applies edits to an outline given from top to bottom. */
export function editOutline(nodes: readonly OutlineNode[], edits: readonly Edit[]): Result<EditedOutline> {
  const outline = new Outline(nodes)
  const spanning = outline.spanningBranches()
  for (const [index, edit] of edits.entries()) {
    const fault = outline.apply(edit)
    if (fault) return refuse(fault.code, { place: index + 1, ...fault.facts })
  }
  if (outline.isEmpty()) return refuse('plans.edit.empty')
  const { links, dropped, fault } = settleLinks(outline)
  if (fault) return refuse(fault.code, fault.facts)
  outline.spanAgain(spanning)
  const isMoved = edits.some(({ op }) => op === 'add' || op === 'move' || op === 'remove')
  const placed = outline.placed(links, isMoved)
  return refuseFaulty(placed) ?? ok({ nodes: placed, dropped })
}

function refuseFaulty(placed: readonly PlacedNode[]) {
  const wrong = placed.find((node) => node.deadline <= node.plannedStart)
  if (wrong) return refuse('plans.edit.dates', { node: told(wrong) })
  const cycle = findCycle(new Map(placed.map(({ id, links }) => [id, links.map((link) => link.node)])))
  if (cycle === undefined) return undefined
  const byId = new Map(placed.map((node) => [node.id, node]))
  const path = cycle.toReversed().map((id) => told(byId.get(id)))
  return refuse('plans.edit.cycle', { cycle: path.join(' → ') })
}

function told(node: PlacedNode | undefined): string {
  return node === undefined ? '' : `${node.code} ${node.title}`
}

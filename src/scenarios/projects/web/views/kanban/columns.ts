import { type LampColour, lampColours } from '#platform/web/vocabulary/lamp.tsx'
import type { NodeState } from '../../../contract/views.ts'
import type { DrawnNode } from '../drawn.ts'

/** The states of a node in the order in which it goes through them; a returned one goes round once more. */
export const columnStates = [
  'planned',
  'running',
  'returned',
  'submitted',
  'done',
] as const satisfies readonly NodeState[]

/** The leaves by their state: the worst lamp first, then the nearest deadline; of those done, the latest first. */
export function kanbanColumns(nodes: readonly DrawnNode[]): ReadonlyMap<NodeState, readonly DrawnNode[]> {
  const columns = new Map<NodeState, DrawnNode[]>(columnStates.map((state) => [state, []]))
  for (const node of nodes) if (node.leaf) columns.get(node.state)?.push(node)
  for (const [state, column] of columns) column.sort(state === 'done' ? byFinish : byUrgency)
  return columns
}

function byUrgency(a: DrawnNode, b: DrawnNode): number {
  return rank(a.lamp) - rank(b.lamp) || a.deadlineAt - b.deadlineAt
}

function byFinish(a: DrawnNode, b: DrawnNode): number {
  return (b.finishedAt ?? '').localeCompare(a.finishedAt ?? '')
}

function rank(lamp: LampColour): number {
  return lampColours.indexOf(lamp)
}

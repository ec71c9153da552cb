import type { WorkCalendar } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Differences } from './domain/difference.ts'
import type { PlacedNode } from './domain/outline-node.ts'
import { deleteNodes, type EditedNode, keepRemoved, updateNodes } from './edit-store.ts'
import type { Recorded } from './entries.ts'
import { newNodeOf, weightOf } from './node-record.ts'
import { insertNodes, type PlanRow } from './plan-store.ts'

/** Takes removed nodes out and keeps them apart. */
export function removals(recorded: Recorded, removed: readonly PlacedNode[], reason: string): Statement[] {
  if (removed.length === 0) return []
  const ids = removed.map(({ id }) => id)
  const { jurisdiction, recordedAt: at } = recorded
  return [keepRemoved(jurisdiction, ids, { at, reason }), deleteNodes(jurisdiction, ids)]
}

/** Writes what nodes are and where they stand. */
export function updates(
  recorded: Recorded,
  calendar: WorkCalendar,
  { changed, moved }: Differences,
  stateOf: (node: PlacedNode) => { readonly version: number; readonly waits_on: number },
): Statement[] {
  const nodes = [...changed.map(({ after }) => after), ...moved].map(
    (node): EditedNode => ({ ...node, ...stateOf(node), weight: weightOf(calendar, node) }),
  )
  return nodes.length === 0 ? [] : [updateNodes(recorded.jurisdiction, nodes)]
}

/** Puts new nodes on record. */
export function additions(
  { jurisdiction, recordedAt }: Recorded,
  calendar: WorkCalendar,
  plan: PlanRow,
  added: readonly PlacedNode[],
): Statement[] {
  if (added.length === 0) return []
  return [
    insertNodes(
      jurisdiction,
      plan,
      added.map((node) => newNodeOf(calendar, node)),
      recordedAt,
    ),
  ]
}

import { type WorkCalendar, workingDaysBetween } from '#platform/kernel/working-time/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import { lateUpstream } from '#platform/server/plans/index.ts'
import type { LateNode, TroubledProject } from '../../../contract/cockpit.ts'
import type { GraphNode } from '../../cockpit-store.ts'

/** What a reason is told with. */
export type Reasoning = { readonly calendar: WorkCalendar; readonly names: Names; readonly now: Date }

/**
 * Where a project's lateness began: of its red open leaves each is traced to its root, and the root that holds up the most is
 * named; a red leaf that nobody holds up is its own root.
 */
export function rootOf(reasoning: Reasoning, leaves: readonly GraphNode[]): TroubledProject['root'] {
  const now = reasoning.now.getTime()
  const graph = new Map(leaves.map((leaf) => [leaf.id, upstreamOf(leaf)]))
  const red = leaves.filter(({ lamp, state }) => lamp === 'red' && state !== 'done')
  const held = new Map<string, number>()
  for (const { id } of red) {
    const late = lateUpstream(graph, id, now)
    const roots = late.filter(({ isRoot }) => isRoot).map((cause) => cause.id)
    for (const root of roots.length > 0 ? roots : [id]) held.set(root, (held.get(root) ?? 0) + (root === id ? 0 : 1))
  }
  const byDeadline = (a: GraphNode, b: GraphNode) => a.deadline.getTime() - b.deadline.getTime()
  const [root] = leaves
    .filter(({ id }) => held.has(id))
    .sort((a, b) => (held.get(b.id) ?? 0) - (held.get(a.id) ?? 0) || byDeadline(a, b))
  return root === undefined ? null : { ...lateNodeOf(reasoning, root), holds: held.get(root.id) ?? 0 }
}

/** A late node in words: by how many working days it is past its deadline, or how many are left. */
export function lateNodeOf({ calendar, names, now }: Reasoning, node: GraphNode): LateNode {
  const until = (node.submitted_at ?? now).getTime()
  const deadline = node.deadline.getTime()
  const overdue = until > deadline
  const { workingDays } = overdue
    ? workingDaysBetween(calendar, deadline, until)
    : workingDaysBetween(calendar, until, deadline)
  return {
    node: node.id,
    title: node.title,
    unit: { organisation: node.organisation, organisationName: names.organisation(node.organisation) },
    deadline: node.deadline.toISOString(),
    overdue,
    workingDays,
  }
}

function upstreamOf(node: GraphNode) {
  return {
    id: node.id,
    plannedStart: node.planned_start.getTime(),
    deadline: node.deadline.getTime(),
    startedAt: node.started_at?.getTime() ?? null,
    submittedAt: node.submitted_at?.getTime() ?? null,
    links: node.links,
  }
}

import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { nodeStream, type Recorded } from './entries.ts'
import type { NewNode } from './plan-store.ts'

/** The first entry of a node's story: what the plan says of it. */
export function plannedEntry(
  recorded: Recorded,
  plan: { readonly id: string; readonly readers: readonly string[] | null },
  node: NewNode,
): NewEntry {
  const payload = {
    plan: plan.id,
    code: node.code,
    title: node.title,
    organisation: node.organisation,
    person: node.person,
    plannedStart: node.planned_start.toISOString(),
    deadline: node.deadline.toISOString(),
    deliverable: node.deliverable,
    predecessors: node.links.map((link) => link.node),
    links: node.links,
  }
  return {
    jurisdiction: recorded.jurisdiction,
    stream: nodeStream(node.id),
    version: 1,
    kind: 'plans.node.planned',
    recordedAt: recorded.recordedAt,
    actor: recorded.actor,
    payload: payload as unknown as JsonObject,
    readers: (plan.readers as readonly OrganisationId[] | null) ?? undefined,
  }
}

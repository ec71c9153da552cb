import { refuse } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listStories, type StoryEntry } from '#platform/server/journal/index.ts'
import { type PlanRow, planStream } from '#platform/server/plans/index.ts'

/** The most nodes that a refusal names. */
const mostNamed = 8

/** Refuses operations that were made on an older version: with who changed the plan since, when, and which nodes. */
export async function refuseMovedPlan(
  tx: Transaction,
  { actor }: { readonly actor: { readonly jurisdiction: string } },
  plan: PlanRow,
  version: number,
) {
  if (plan.version === version) return undefined
  const story = await listStories(tx, actor.jurisdiction, [planStream(plan.id)])
  const since = story.filter((entry) => entry.version > version)
  const last = since.at(-1)
  const person = last && 'person' in last.actor ? last.actor.person : undefined
  const names = await findNames(tx, actor.jurisdiction, { people: [person] })
  const nodes = [...new Set(since.flatMap(nodesOf))]
  return refuse('projects.plan.moved', {
    by: person === undefined ? '' : names.person(person),
    at: (last?.recordedAt ?? new Date(0)).toISOString(),
    nodes: nodes.length > mostNamed ? [...nodes.slice(0, mostNamed), `…（共 ${nodes.length} 个）`] : nodes,
    version: plan.version,
  })
}

function nodesOf({ payload }: StoryEntry): string[] {
  const nodes = payload?.nodes
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node) => {
    const { code, title } = node as { code?: unknown; title?: unknown }
    return typeof title === 'string' ? [`${String(code)} ${title}`] : []
  })
}

import type { Instant } from '#platform/kernel/working-time/index.ts'

/** A node as the search for the root of a lateness sees it. */
export type UpstreamNode = {
  readonly id: string
  readonly deadline: Instant
  readonly submittedAt: Instant | null
  readonly predecessors: readonly string[]
}

/**
 * The late predecessors of a node, nearest first, each reached only through late ones: the last of a chain is the root of
 * the lateness. A predecessor is late when it was handed in after its deadline, or has not been and its deadline is past.
 */
export function lateUpstream(nodes: ReadonlyMap<string, UpstreamNode>, node: string, now: Instant): readonly string[] {
  const found: string[] = []
  let rank = nodes.get(node)?.predecessors ?? []
  while (rank.length > 0) {
    const late = [...new Set(rank)].filter((id) => !found.includes(id) && id !== node && isLate(nodes.get(id), now))
    found.push(...late)
    rank = late.flatMap((id) => nodes.get(id)?.predecessors ?? [])
  }
  return found
}

function isLate(node: UpstreamNode | undefined, now: Instant): boolean {
  return node !== undefined && (node.submittedAt ?? now) > node.deadline
}

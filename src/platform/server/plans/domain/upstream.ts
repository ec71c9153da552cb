import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { gatesStart } from './gate.ts'

/*
 * Where a lateness comes from (上游延误). A node waits on what its links name, and is held up by a predecessor that is late:
 *   FS  handed in after its deadline, or not handed in and its deadline is past;
 *   SS  started after its planned start, or not started and its planned start is past.
 * A late predecessor that is itself held up by nobody is a root: the lateness began there. Time that an acceptor takes counts
 * for nobody.
 */

/** A node as the search for the root of a lateness sees it. */
export type UpstreamNode = {
  readonly id: string
  readonly plannedStart: Instant
  readonly deadline: Instant
  readonly startedAt: Instant | null
  readonly submittedAt: Instant | null
  readonly links: readonly PlanLink[]
}

/** A late predecessor: since when it is late, until when it was, and whether the lateness began with it. */
export type LateCause = {
  readonly id: string
  readonly isRoot: boolean
  readonly since: Instant
  readonly until: Instant
}

/** The late predecessors of a node, nearest first, each reached only through late ones. */
export function lateUpstream(
  nodes: ReadonlyMap<string, UpstreamNode>,
  node: string,
  now: Instant,
): readonly LateCause[] {
  const found = new Map<string, LateCause>()
  let rank: readonly string[] = [node]
  while (rank.length > 0) {
    const late = rank.flatMap((id) => holdUps(nodes, id, now)).filter(({ id }) => id !== node && !found.has(id))
    for (const one of late) found.set(one.id, one)
    rank = [...new Set(late.map(({ id }) => id))]
  }
  return [...found.values()]
}

function holdUps(nodes: ReadonlyMap<string, UpstreamNode>, id: string, now: Instant): LateCause[] {
  return lateLinks(nodes, id, now).map((one) => ({ ...one, isRoot: lateLinks(nodes, one.id, now).length === 0 }))
}

function lateLinks(nodes: ReadonlyMap<string, UpstreamNode>, id: string, now: Instant) {
  const links = nodes.get(id)?.links ?? []
  return links.filter(gatesStart).flatMap((link) => {
    const before = nodes.get(link.node)
    if (before === undefined) return []
    const [since, until] =
      link.kind === 'SS' ? [before.plannedStart, before.startedAt ?? now] : [before.deadline, before.submittedAt ?? now]
    return until > since ? [{ id: link.node, since, until }] : []
  })
}

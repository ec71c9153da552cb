import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import { addWorkingTime, type Instant, type WorkCalendar } from '#platform/kernel/working-time/index.ts'

/*
 * What lets a node start (前置关系). Each link says what its predecessor has to reach, and the lag how much working time after it:
 *   FS  finish to start: the predecessor is accepted, then the lag passes. With a lead (a lag below zero) the node may overlap
 *       with it: so long before the predecessor's deadline, but not before the predecessor itself starts; at its acceptance at
 *       the latest.
 *   SS  start to start: the predecessor starts, then the lag passes; a lead counts back from that start.
 *   FF, SF  are dates for the schedule and for the check of the plan. They keep no node from starting, and no deliverable
 *       from being accepted: what is done is done, and a record that says otherwise would be false.
 * A node is ready at the latest of its gates, and not before its plan ran. A predecessor that is ready is known to start at the
 * later of that instant and its planned start, so the gates behind it are known then too: only the start of the plan, an
 * acceptance or a change of the plan opens gates, never a sweep.
 */

/** What a gate depends on in a predecessor. */
export type GatePost = {
  readonly plannedStart: Instant
  readonly deadline: Instant
  readonly readyAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly changedAt: Instant
}

/** How many links still keep a node from starting; with none left, the instant from which it may start. */
export type Opening = { readonly waitsOn: number; readonly readyAt: Instant | null }

/** Whether a link keeps its node from starting. */
export function gatesStart({ kind }: PlanLink): boolean {
  return kind === 'FS' || kind === 'SS'
}

/** What a node waits on. `since` is when its plan ran; a predecessor that is not there keeps nothing shut. */
export function openingOf(
  calendar: WorkCalendar,
  links: readonly PlanLink[],
  predecessors: ReadonlyMap<string, GatePost>,
  since: Instant,
): Opening {
  const gates = links.filter(gatesStart).flatMap((link) => {
    const post = predecessors.get(link.node)
    return post === undefined ? [] : [gateAt(calendar, link, post)]
  })
  const open = gates.filter((at): at is Instant => at !== null)
  const waitsOn = gates.length - open.length
  return { waitsOn, readyAt: waitsOn === 0 ? Math.max(since, ...open) : null }
}

/** When a node starts, where that is known: it has, or it is ready and its planned start comes. */
export function startsAt(post: GatePost): Instant | null {
  if (post.startedAt !== null) return post.startedAt
  return post.readyAt === null ? null : Math.max(post.readyAt, post.plannedStart, post.changedAt)
}

function gateAt(calendar: WorkCalendar, { kind, lag }: PlanLink, post: GatePost): Instant | null {
  const start = startsAt(post)
  if (kind === 'SS') return start === null ? null : addWorkingTime(calendar, start, lag).at
  if (lag >= 0) return post.finishedAt === null ? null : addWorkingTime(calendar, post.finishedAt, lag).at
  const ahead = start === null ? null : Math.max(start, addWorkingTime(calendar, post.deadline, lag).at)
  if (ahead === null || post.finishedAt === null) return ahead ?? post.finishedAt
  return Math.min(ahead, post.finishedAt)
}

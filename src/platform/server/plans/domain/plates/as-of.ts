import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { ClosedNode } from './plate.ts'

/*
 * What the record says of a node or a plan at an instant, so that a month that is closed late gives the same plates as one that is
 * closed in time. A stream is folded by version up to the last entry that took effect at the instant or before. Entries that
 * change a plan carry the new values of what they changed.
 */

/** An entry of a stream, as far as it is read here. */
export type ToldEntry = {
  readonly version: number
  readonly kind: string
  readonly at: Instant
  readonly payload: Readonly<Record<string, unknown>>
}

/** A leaf at an instant; undefined where it was not in the plan then. */
export function nodeAsOf(
  calendar: WorkCalendar,
  id: string,
  story: readonly ToldEntry[],
  instant: Instant,
): ClosedNode | undefined {
  let node: ClosedNode | undefined
  let before = 0 // what stands again where the deliverable is returned
  for (const entry of until(story, instant)) {
    const { kind, at, payload } = entry
    if (kind === 'plans.node.removed') node = undefined
    else if (planKinds.has(kind)) node = planned(calendar, node ?? unplanned(id), payload)
    else if (node === undefined) continue
    else if (kind === 'plans.node.reported') node = { ...node, progress: Number(payload.to) }
    else if (kind === 'plans.node.submitted') {
      before = Number(payload.from)
      node = { ...node, progress: 100, submittedAt: at, returned: false }
    } else if (kind === 'plans.node.returned') node = { ...node, progress: before, submittedAt: null, returned: true }
  }
  return node
}

/** Whether a plan ran at any time from one instant through another. */
export function ranBetween(story: readonly ToldEntry[], from: Instant, through: Instant): boolean {
  let runs = false
  for (const { kind, at } of until(story, through)) {
    const changed = lifeKinds[kind]
    if (changed === undefined) continue
    if (runs && at > from) return true
    runs = changed
  }
  return runs
}

const planKinds: ReadonlySet<string> = new Set([
  'plans.node.planned',
  'plans.node.edited',
  'plans.node.rebased',
  'plans.node.handed-over',
  'plans.node.resumed',
])

const lifeKinds: Readonly<Record<string, boolean>> = {
  'plans.plan.started': true,
  'plans.plan.paused': false,
  'plans.plan.resumed': true,
  'plans.plan.closed': false,
}

function until(story: readonly ToldEntry[], instant: Instant): ToldEntry[] {
  return story.filter(({ at }) => at <= instant).sort((a, b) => a.version - b.version)
}

function unplanned(id: string): ClosedNode {
  return {
    ...{ id, organisation: '', plannedStart: 0, deadline: 0, weight: 0, progress: 0, submittedAt: null },
    returned: false,
  }
}

function planned(calendar: WorkCalendar, node: ClosedNode, payload: ToldEntry['payload']): ClosedNode {
  const plannedStart = instantOf(payload.plannedStart) ?? node.plannedStart
  const deadline = instantOf(payload.deadline) ?? node.deadline
  const organisation = typeof payload.organisation === 'string' ? payload.organisation : node.organisation
  const weight = workingTimeBetween(calendar, plannedStart, Math.max(plannedStart, deadline)).workingMilliseconds
  return { ...node, organisation, plannedStart, deadline, weight }
}

function instantOf(told: unknown): Instant | undefined {
  return typeof told === 'string' ? Date.parse(told) : undefined
}

import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { advance, append, follow, type NodeChange, type PlanNode, type Rules, relit } from './node.ts'
import type { NodeEvent } from './node-event.ts'

/*
 * What a change of the plan does to one node (调整).
 *   planned             title, owner, start and deadline may all change; one whose new start has passed starts at the change,
 *                       never before it;
 *   running, returned   all but the start, which is a fact;
 *   submitted, done     nothing: a deliverable is judged by the plan under which it was handed in.
 * Lamps that were given stay in the record. From the instant of the change on the node is lit by its new dates.
 * In a draft no clock runs, so nothing is lit.
 * A hand-over (移交) changes the person alone, in every state but done; who had which lamp until then stays as it was.
 */

type Payload = Readonly<Record<string, unknown>>

/** What a change asks of a node; what is left out stays. */
export type Amendment = {
  readonly title?: string
  readonly plannedStart?: Instant
  readonly deadline?: Instant
  /** What the entry says: the new values at the top, the old ones under `from`. */
  readonly payload: Payload
}

/** Edits a node of a draft. */
export function edit(node: PlanNode, amendment: Amendment, now: Instant): NodeChange {
  return amended({ node, events: [] }, 'plans.node.edited', amendment, now)
}

/** Takes a node out of a draft. */
export function discard(node: PlanNode, payload: Payload, now: Instant): NodeChange {
  return append({ node, events: [] }, {}, { kind: 'plans.node.removed', at: now, payload })
}

/** Changes a node of a running plan. */
export function rebase(rules: Rules, node: PlanNode, amendment: Amendment, now: Instant): Result<NodeChange> {
  const present = advance(rules, node, now)
  const { state, plannedStart, title } = present.node
  if (state === 'submitted' || state === 'done') return refuse('plans.change.node-handed-in', { node: title })
  if (state !== 'planned' && amendment.plannedStart !== undefined && amendment.plannedStart !== plannedStart)
    return refuse('plans.change.node-started', { node: title })
  const changed = relit(rules, amended(present, 'plans.node.rebased', amendment, now), now)
  return ok(follow(changed, advance(rules, changed.node, now)))
}

/** Puts on record that other nodes hang on this one from now on: whoever accepts it at the same time is decided anew. */
export function noteBehind(rules: Rules, node: PlanNode, payload: Payload, now: Instant): NodeChange {
  return append(advance(rules, node, now), {}, { kind: 'plans.node.rebased', at: now, payload })
}

/** Hands a node over to another person of its unit. */
export function handOver(rules: Rules, node: PlanNode, payload: Payload, now: Instant): NodeChange {
  return append(advance(rules, node, now), {}, { kind: 'plans.node.handed-over', at: now, payload })
}

/** Takes a node out of its plan; its story ends with this. */
export function remove(rules: Rules, node: PlanNode, payload: Payload, now: Instant): Result<NodeChange> {
  const present = advance(rules, node, now)
  const { state, title } = present.node
  if (state === 'submitted' || state === 'done') return refuse('plans.change.node-handed-in', { node: title })
  return ok(append(present, {}, { kind: 'plans.node.removed', at: now, payload }))
}

function amended(before: NodeChange, kind: NodeEvent['kind'], amendment: Amendment, now: Instant): NodeChange {
  const { title, plannedStart, deadline } = before.node
  const after = {
    title: amendment.title ?? title,
    plannedStart: amendment.plannedStart ?? plannedStart,
    deadline: amendment.deadline ?? deadline,
  }
  return append(before, after, { kind, at: now, payload: amendment.payload })
}

import type { Instant } from '#platform/kernel/working-time/index.ts'

/** What happened to a node; each becomes one entry in its stream. */
export type NodeEvent = {
  readonly kind:
    | 'plans.node.started'
    | 'plans.node.reported'
    | 'plans.node.submitted'
    | 'plans.node.accepted'
    | 'plans.node.returned'
    | 'plans.node.released'
    | 'plans.node.edited'
    | 'plans.node.rebased'
    | 'plans.node.handed-over'
    | 'plans.node.paused'
    | 'plans.node.resumed'
    | 'plans.node.removed'
    | 'plans.lamp.given'
  readonly at: Instant
  readonly payload: Readonly<Record<string, unknown>>
}

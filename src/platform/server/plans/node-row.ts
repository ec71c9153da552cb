import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Lamp } from './domain/lamp.ts'
import type { NodeState, PlanNode } from './domain/node.ts'

/** A node as it is stored. */
export type NodeRow = {
  readonly id: string
  readonly plan_id: string
  readonly parent_id: string | null
  readonly ordinal: number
  readonly depth: number
  readonly code: string
  readonly title: string
  readonly leaf: boolean
  readonly nature: string
  readonly deliverable: string
  readonly organisation: string
  readonly person: string | null
  readonly planned_start: Date
  readonly deadline: Date
  readonly weight: bigint
  readonly state: NodeState
  readonly progress: number
  readonly progress_before: number
  /** The nodes of its links, for searching. */
  readonly predecessors: readonly string[]
  readonly links: readonly PlanLink[]
  readonly waits_on: number
  readonly ready_at: Date | null
  readonly started_at: Date | null
  readonly submitted_at: Date | null
  readonly finished_at: Date | null
  readonly lamp: Lamp
  readonly lamp_since: Date | null
  readonly paused_at: Date | null
  readonly changed_at: Date
  readonly readers: readonly string[] | null
  readonly version: number
}

/** A node's columns, for select lists; `n` is the node. */
export const nodeColumns = `n.id, n.plan_id, n.parent_id, n.ordinal, n.depth, n.code, n.title, n.leaf, n.nature, n.deliverable,
  n.organisation, n.person, n.planned_start, n.deadline, n.weight, n.state, n.progress, n.progress_before, n.predecessors,
  n.links, n.waits_on, n.ready_at, n.started_at, n.submitted_at, n.finished_at, n.lamp, n.lamp_since, n.paused_at, n.changed_at, n.readers, n.version`

/** The node that the rules see in a stored row. */
export function nodeOf(row: NodeRow): PlanNode {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    progress: row.progress,
    plannedStart: row.planned_start.getTime(),
    deadline: row.deadline.getTime(),
    readyAt: row.ready_at?.getTime() ?? null,
    startedAt: row.started_at?.getTime() ?? null,
    submittedAt: row.submitted_at?.getTime() ?? null,
    finishedAt: row.finished_at?.getTime() ?? null,
    lamp: row.lamp,
    lampSince: row.lamp_since?.getTime() ?? null,
    pausedAt: row.paused_at?.getTime() ?? null,
    changedAt: row.changed_at.getTime(),
    version: row.version,
  }
}

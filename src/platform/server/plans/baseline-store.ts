import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { PlanRow } from './plan-store.ts'

/** The plan as it was approved once: 1 at its start, the next with each approved change. */
export type BaselineRow = {
  readonly number: number
  readonly at: Date
  readonly reason: string
  readonly proposed_by: string | null
  /** Null where the kind of project starts without approval. */
  readonly approved_by: string | null
  readonly entry_id: string | null
}

/** A node as a baseline has it. */
export type BaselineNodeRow = {
  readonly node_id: string
  readonly parent_id: string | null
  readonly ordinal: number
  readonly depth: number
  readonly code: string
  readonly title: string
  readonly leaf: boolean
  readonly deliverable: string
  readonly organisation: string
  readonly person: string | null
  readonly planned_start: Date
  readonly deadline: Date
  readonly links: readonly PlanLink[]
}

/** Keeps the plan as its nodes stand now, after all other writes of the same command, as a baseline for ever. */
export function keepBaseline(jurisdiction: string, plan: PlanRow, baseline: BaselineRow): Statement[] {
  return [
    {
      name: 'plans.keep-baseline',
      text: `insert into plans.baseline (jurisdiction_id, plan_id, number, at, reason, proposed_by, approved_by, entry_id, readers)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        ...[jurisdiction, plan.id, baseline.number, baseline.at, baseline.reason],
        ...[baseline.proposed_by, baseline.approved_by, baseline.entry_id, plan.readers],
      ],
    },
    {
      name: 'plans.keep-baseline-nodes',
      text: `insert into plans.baseline_node (jurisdiction_id, plan_id, number, node_id, parent_id, ordinal, depth, code, title,
          leaf, deliverable, organisation, person, planned_start, deadline, links, readers)
        select n.jurisdiction_id, n.plan_id, $3, n.id, n.parent_id, n.ordinal, n.depth, n.code, n.title, n.leaf, n.deliverable,
          n.organisation, n.person, n.planned_start, n.deadline, n.links, n.readers
        from plans.node n where n.jurisdiction_id = $1 and n.plan_id = $2`,
      values: [jurisdiction, plan.id, baseline.number],
    },
  ]
}

/** The baselines of a plan, first to last. */
export function listBaselines(tx: Transaction, jurisdiction: string, plan: string): Promise<BaselineRow[]> {
  return tx.prepared<BaselineRow>(
    'plans.list-baselines',
    `select number, at, reason, proposed_by, approved_by, entry_id from plans.baseline
      where jurisdiction_id = $1 and plan_id = $2 order by number`,
    [jurisdiction, plan],
  )
}

/** The nodes of one baseline in outline order. */
export function listBaselineNodes(
  tx: Transaction,
  jurisdiction: string,
  plan: string,
  number: number,
): Promise<BaselineNodeRow[]> {
  return tx.prepared<BaselineNodeRow>(
    'plans.list-baseline-nodes',
    `select node_id, parent_id, ordinal, depth, code, title, leaf, deliverable, organisation, person, planned_start, deadline,
        links
      from plans.baseline_node where jurisdiction_id = $1 and plan_id = $2 and number = $3 order by ordinal`,
    [jurisdiction, plan, number],
  )
}

import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { gatesStart } from './domain/gate.ts'

/** The states of a plan's life, in their order. */
export const planStates = ['draft', 'proposed', 'running', 'paused', 'closed', 'archived'] as const
export type PlanState = (typeof planStates)[number]

/** A plan as it is stored. */
export type PlanRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly lead_organisation: string
  readonly lead_person: string | null
  readonly state: PlanState
  readonly confidential: boolean
  readonly readers: readonly string[] | null
  readonly lamp_rule: string
  readonly lamp_rule_version: string
  readonly ladder: string
  readonly ladder_version: string
  readonly started_at: Date | null
  /** Since when it is paused. */
  readonly paused_at: Date | null
  /** Who asked for the start, while somebody else has to approve it. */
  readonly proposed_by: string | null
  readonly version: number
}

/** The columns of `PlanRow`. */
export const planColumns = [
  'id',
  'kind',
  'title',
  'lead_organisation',
  'lead_person',
  'state',
  'confidential',
  'readers',
  'lamp_rule',
  'lamp_rule_version',
  'ladder',
  'ladder_version',
  'started_at',
  'paused_at',
  'proposed_by',
  'version',
] as const satisfies readonly (keyof PlanRow)[]

/** One plan, where the transaction may see it. */
export async function findPlan(tx: Transaction, jurisdiction: string, id: string): Promise<PlanRow | undefined> {
  const [row] = await tx.prepared<PlanRow>(
    'plans.find-plan',
    `select ${planColumns.join(', ')} from plans.plan where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** Plans by id, those that the transaction may see. */
export function listPlans(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<PlanRow[]> {
  return tx.prepared<PlanRow>(
    'plans.list-plans',
    `select ${planColumns.join(', ')} from plans.plan where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** Puts a draft on record. */
export function insertPlan(jurisdiction: string, plan: PlanRow, createdAt: Date): Statement {
  return {
    name: 'plans.insert-plan',
    text: `insert into plans.plan (jurisdiction_id, created_at, ${planColumns.join(', ')})
      values ($1, $2, ${planColumns.map((_, index) => `$${index + 3}`).join(', ')})`,
    values: [jurisdiction, createdAt, ...planColumns.map((column) => plan[column])],
  }
}

/** Writes where a plan stands in its life. */
export function savePlan(jurisdiction: string, plan: PlanRow): Statement {
  return {
    name: 'plans.save-plan',
    text: `update plans.plan set state = $3, started_at = $4, paused_at = $5, proposed_by = $6, readers = $7, version = $8
      where jurisdiction_id = $1 and id = $2`,
    values: [
      jurisdiction,
      plan.id,
      plan.state,
      plan.started_at,
      plan.paused_at,
      plan.proposed_by,
      plan.readers,
      plan.version,
    ],
  }
}

/** A node of a new plan. Dates are instants, ids are made by the caller. */
export type NewNode = {
  readonly id: string
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
  /** Planned working time in milliseconds. */
  readonly weight: number
  readonly links: readonly PlanLink[]
}

/** Puts the nodes of a draft on record, all white and planned. */
export function insertNodes(
  jurisdiction: string,
  plan: { readonly id: string; readonly readers: readonly string[] | null },
  nodes: readonly NewNode[],
  at: Date,
): Statement {
  return {
    name: 'plans.insert-nodes',
    text: `insert into plans.node (jurisdiction_id, plan_id, readers, changed_at, id, parent_id, ordinal, depth, code, title, leaf,
        nature, deliverable, organisation, person, planned_start, deadline, weight, links, predecessors, waits_on, state, progress, lamp, version)
      select $1, $2, $3, $4, s.id, s.parent_id, s.ordinal, s.depth, s.code, s.title, s.leaf, s.nature, s.deliverable,
        s.organisation, s.person, s.planned_start, s.deadline, s.weight, s.links, s.predecessors, s.waits_on, 'planned', 0, 'white', 1
      from jsonb_to_recordset($5::jsonb) as s(id uuid, parent_id uuid, ordinal int, depth smallint, code text, title text,
        leaf boolean, nature text, deliverable text, organisation text, person uuid, planned_start timestamptz,
        deadline timestamptz, weight bigint, links jsonb, predecessors uuid[], waits_on int)`,
    values: [jurisdiction, plan.id, plan.readers, at, JSON.stringify(nodes.map(recordOf))],
  }
}

function recordOf(node: NewNode) {
  return {
    ...node,
    predecessors: [...new Set(node.links.map((link) => link.node))],
    waits_on: node.links.filter(gatesStart).length,
  }
}

import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { PlanNode } from './domain/node.ts'
import { type NodeRow, nodeColumns } from './node-row.ts'
import { type PlanRow, planColumns } from './plan-store.ts'

/** A node with the plan that it stands in; the plan's columns begin with `plan_`. */
export type NodeInPlan = { readonly node: NodeRow; readonly plan: PlanRow }

/** One leaf and its plan, by the node's id. */
export async function findNode(tx: Transaction, jurisdiction: string, id: string): Promise<NodeInPlan | undefined> {
  const row = await tx.one<NodeRow & Record<string, unknown>>(
    'plans.find-node',
    `select ${nodeColumns}, ${prefixed(planColumns)} from plans.node n
      join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id
      where n.jurisdiction_id = $1 and n.id = any($2::uuid[])`,
    [jurisdiction],
    id,
  )
  return row && { node: row, plan: unprefixed(row) }
}

/** All nodes of a plan in outline order. */
export function listNodes(tx: Transaction, jurisdiction: string, plan: string): Promise<NodeRow[]> {
  return tx.prepared<NodeRow>(
    'plans.list-nodes',
    `select ${nodeColumns} from plans.node n where n.jurisdiction_id = $1 and n.plan_id = $2 order by n.ordinal`,
    [jurisdiction, plan],
  )
}

/** Leaves that have one of these as a predecessor, and everything else that they wait on. */
export function listBehind(
  tx: Transaction,
  jurisdiction: string,
  plan: string,
  nodes: readonly string[],
): Promise<NodeRow[]> {
  return tx.prepared<NodeRow>(
    'plans.list-behind',
    `with behind as (
      select n.id, n.predecessors from plans.node n
        where n.jurisdiction_id = $1 and n.plan_id = $2 and n.leaf and n.predecessors && $3::uuid[])
    select ${nodeColumns} from plans.node n where n.jurisdiction_id = $1 and n.plan_id = $2
      and (n.id in (select id from behind) or n.id in (select unnest(predecessors) from behind)) order by n.ordinal`,
    [jurisdiction, plan, nodes],
  )
}

/** Locks leaves that time will have changed by `now`, earliest first; those that another sweep holds are passed over. */
export function lockDue(tx: Transaction, jurisdiction: string, now: Date, limit: number): Promise<NodeRow[]> {
  return tx.prepared<NodeRow>(
    'plans.lock-due',
    `select ${nodeColumns} from plans.node n where n.jurisdiction_id = $1 and n.next_due_at <= $2
      order by n.next_due_at limit $3 for update skip locked`,
    [jurisdiction, now, limit],
  )
}

/** A node after a rule, with what the rules do not hold themselves. */
export type SavedNode = {
  readonly node: PlanNode
  readonly nextDueAt: Instant | undefined
  readonly waitsOn: number
  /** Planned working time in milliseconds. */
  readonly weight: number
  readonly progressBefore: number
}

/** Writes nodes as the rules left them. The entries of the same command keep two writers apart, see `Decision`. */
export function saveNodes(jurisdiction: string, saved: readonly SavedNode[]): Statement {
  return {
    name: 'plans.save-nodes',
    text: `update plans.node n set state = s.state, progress = s.progress, progress_before = s.progress_before,
        planned_start = s.planned_start, deadline = s.deadline, weight = s.weight, waits_on = s.waits_on, ready_at = s.ready_at, started_at = s.started_at, submitted_at = s.submitted_at,
        finished_at = s.finished_at, lamp = s.lamp, lamp_since = s.lamp_since, paused_at = s.paused_at, changed_at = s.changed_at,
        next_due_at = s.next_due_at, version = s.version
      from jsonb_to_recordset($2::jsonb) as s(id uuid, state text, progress smallint, progress_before smallint,
        planned_start timestamptz, deadline timestamptz, weight bigint, waits_on int,
        ready_at timestamptz, started_at timestamptz, submitted_at timestamptz, finished_at timestamptz, lamp text,
        lamp_since timestamptz, paused_at timestamptz, changed_at timestamptz, next_due_at timestamptz, version int)
      where n.jurisdiction_id = $1 and n.id = any($3::uuid[]) and n.id = s.id`,
    values: [jurisdiction, JSON.stringify(saved.map(recordOf)), saved.map(({ node }) => node.id)],
    together: { rows: saved, of: (rows) => saveNodes(jurisdiction, rows as readonly SavedNode[]) },
  }
}

function recordOf({ node, nextDueAt, waitsOn, weight, progressBefore }: SavedNode) {
  return {
    id: node.id,
    state: node.state,
    progress: node.progress,
    progress_before: progressBefore,
    planned_start: dateOf(node.plannedStart),
    deadline: dateOf(node.deadline),
    weight,
    waits_on: waitsOn,
    ready_at: dateOf(node.readyAt),
    started_at: dateOf(node.startedAt),
    submitted_at: dateOf(node.submittedAt),
    finished_at: dateOf(node.finishedAt),
    lamp: node.lamp,
    lamp_since: dateOf(node.lampSince),
    paused_at: dateOf(node.pausedAt),
    changed_at: dateOf(node.changedAt),
    next_due_at: dateOf(nextDueAt),
    version: node.version,
  }
}

function dateOf(instant: Instant | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : new Date(instant)
}

function prefixed(columns: readonly string[]): string {
  return columns.map((column) => `p.${column} as plan_${column}`).join(', ')
}

function unprefixed(row: Record<string, unknown>): PlanRow {
  return Object.fromEntries(planColumns.map((column) => [column, row[`plan_${column}`]])) as PlanRow
}

import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import {
  type BaselineRow,
  type ChangeRow,
  findChange,
  findPlan,
  listBaselineNodes,
  listBaselines,
  listChanges,
  listNodes,
  type PlanRow,
} from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Baseline, BaselineNode, EditPreview, PlanChange } from '../../contract/edits.ts'
import { mayDecide } from '../commands/change-project.ts'
import { findProject } from '../project-store.ts'
import { mayLead, readReach } from '../reach.ts'
import { partyOf } from '../views/node-rows.ts'
import { previewEdits } from './preview-edit.ts'

type Call = CallContext['call']

/** The proposals to change a plan, newest first. */
export function viewChanges(call: Call, project: string): Promise<{ changes: PlanChange[] }> {
  return call.read(async (tx) => {
    const plan = await readablePlan(tx, call, project)
    const changes = await listChanges(tx, call.actor.jurisdiction, project)
    return { changes: await toldChanges(tx, call, plan, changes) }
  })
}

/** One proposal, and what it would do to the plan as it stands now. */
export function viewChange(services: Services, call: Call, id: string) {
  return call.read(async (tx) => {
    const change = (await findChange(tx, call.actor.jurisdiction, id)) ?? refused('record.unknown')
    const plan = await readablePlan(tx, call, change.plan_id)
    const [told] = await toldChanges(tx, call, plan, [change])
    if (told === undefined) throw new Error('a change that is not told')
    return {
      ...told,
      project: plan.id,
      projectTitle: plan.title,
      ...(await previewOf(tx, call, services.rules(), plan, change)),
    }
  })
}

/** The plan as it was approved, each time. */
export function viewBaselines(call: Call, project: string): Promise<{ baselines: Baseline[] }> {
  return call.read(async (tx) => {
    await readablePlan(tx, call, project)
    const rows = await listBaselines(tx, call.actor.jurisdiction, project)
    const names = await findNames(tx, call.actor.jurisdiction, { people: peopleOf(rows) })
    return { baselines: rows.map((row) => baselineOf(row, names.person)) }
  })
}

/** The nodes of one baseline. */
export function viewBaseline(
  call: Call,
  project: string,
  number: number,
): Promise<Baseline & { nodes: BaselineNode[] }> {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    await readablePlan(tx, call, project)
    const [rows, nodes] = await Promise.all([
      listBaselines(tx, jurisdiction, project),
      listBaselineNodes(tx, jurisdiction, project, number),
    ])
    const row = rows.find((one) => one.number === number) ?? refused('record.unknown')
    const names = await findNames(tx, jurisdiction, {
      people: [...peopleOf([row]), ...nodes.map((node) => node.person)],
      organisations: nodes.map((node) => node.organisation),
    })
    return {
      ...baselineOf(row, names.person),
      nodes: nodes.map((node) => ({
        ...{ node: node.node_id, code: node.code, title: node.title, depth: node.depth, leaf: node.leaf },
        owner: partyOf(names, node.organisation, node.person),
        plannedStart: node.planned_start.toISOString(),
        deadline: node.deadline.toISOString(),
        predecessors: node.links.map((link) => link.node),
      })),
    }
  })
}

/** A plan that the post may read; one that is out of reach is refused as one that is not there. */
export async function readablePlan(tx: Transaction, call: Call, project: string): Promise<PlanRow> {
  const { jurisdiction } = call.actor
  const [seen, plan] = await Promise.all([
    findProject(tx, jurisdiction, readReach(call.actor), project),
    findPlan(tx, jurisdiction, project),
  ])
  if (seen === undefined || plan === undefined) refused('record.unknown')
  return plan
}

async function previewOf(tx: Transaction, call: Call, rules: CountyRules, plan: PlanRow, change: ChangeRow) {
  const nothing: { preview: EditPreview | null; hindrance: string | null } = { preview: null, hindrance: null }
  if (change.state !== 'proposed') return nothing
  const rows = await listNodes(tx, call.actor.jurisdiction, plan.id)
  const preview = await previewEdits(tx, call, rules, { plan, rows }, change.edits)
  return preview.ok ? { ...nothing, preview: preview.value } : { ...nothing, hindrance: preview.refusal.code }
}

async function toldChanges(tx: Transaction, call: Call, plan: PlanRow, changes: readonly ChangeRow[]) {
  const people = changes.flatMap((change) => [change.proposed_by, change.decided_by])
  const names = await findNames(tx, call.actor.jurisdiction, { people })
  return changes.map((change): PlanChange => {
    const isOpen = change.state === 'proposed'
    return {
      ...{ change: change.id, state: change.state, reason: change.reason, note: change.note },
      ...{ baseline: change.baseline, operations: change.edits.length },
      proposedBy: names.person(change.proposed_by),
      proposedAt: change.proposed_at.toISOString(),
      decidedBy: change.decided_by && names.person(change.decided_by),
      decidedAt: change.decided_at?.toISOString() ?? null,
      may: {
        decide: isOpen && mayDecide(call.actor, plan, change.proposed_by),
        withdraw: isOpen && mayLead(call.actor, plan),
      },
    }
  })
}

function baselineOf(row: BaselineRow, nameOf: (person: string) => string): Baseline {
  const name = (person: string | null) => person && nameOf(person)
  return {
    ...{ number: row.number, at: row.at.toISOString(), reason: row.reason, entry: row.entry_id },
    ...{ proposedBy: name(row.proposed_by), approvedBy: name(row.approved_by) },
  }
}

function peopleOf(rows: readonly BaselineRow[]) {
  return rows.flatMap((row) => [row.proposed_by, row.approved_by])
}

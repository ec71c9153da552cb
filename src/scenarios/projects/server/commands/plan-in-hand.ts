import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { CommandCall, Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { listObligations, type ObligationRow } from '#platform/server/obligations/index.ts'
import {
  findPlan,
  listNodes,
  type NodeRow,
  nodeObligation,
  nodeStream,
  type PlanRow,
  type PlanState,
  planEntry,
  type Recorded,
  savePlan,
} from '#platform/server/plans/index.ts'

/** A plan that a command is about, and its nodes in outline order. */
export type PlanInHand = { readonly plan: PlanRow; readonly rows: readonly NodeRow[] }

/** The plan of a command and its nodes; refuses what is not there, and what the post does not reach with the permission. */
export async function getPlan(
  tx: Transaction,
  call: CommandCall,
  project: string,
  permission: string,
): Promise<PlanInHand> {
  const { jurisdiction } = call.actor
  const [plan, rows] = await Promise.all([findPlan(tx, jurisdiction, project), listNodes(tx, jurisdiction, project)])
  if (plan === undefined) refused('record.unknown')
  const organisation = plan.lead_organisation as OrganisationId
  if (!permits(call.actor, permission, { organisation })) refused('permission.reach', { permission })
  return { plan, rows }
}

/** Who acts, and when: of a command, or of a look at what one would do. */
export type Acting = Pick<CommandCall, 'actor' | 'now'>

/** What is owed for nodes, by their ids. */
export async function readOwed(tx: Transaction, call: Acting, rows: readonly NodeRow[]) {
  const started = rows.filter((row) => row.leaf && row.state !== 'done').map((row) => nodeStream(row.id))
  const about = { subjects: started, kind: nodeObligation }
  const known = await listObligations(tx, call.actor.jurisdiction, about)
  const bySubject = new Map(known.map((row) => [row.subject, row]))
  return (node: string): ObligationRow | undefined => bySubject.get(nodeStream(node))
}

/** Who and when, for every entry of the command. */
export function recordedBy(call: Acting): Recorded {
  return { jurisdiction: call.actor.jurisdiction, actor: call.actor, recordedAt: call.now }
}

/** The plan one version on, with the entry and the statement that bring it there. */
export function planStep(
  call: CommandCall,
  plan: PlanRow,
  after: Partial<PlanRow>,
  { kind, payload }: { readonly kind: `plans.plan.${string}`; readonly payload: NewEntry['payload'] },
): { readonly plan: PlanRow; readonly entry: NewEntry & { readonly id: string }; readonly write: Statement } {
  const next = { ...plan, ...after, version: plan.version + 1 }
  const entry = planEntry(recordedBy(call), next, kind, payload)
  return { plan: next, entry, write: savePlan(call.actor.jurisdiction, next) }
}

/** What an act on a project's life answers. */
export type Settled = { readonly project: string; readonly state: PlanState; readonly entry: string }

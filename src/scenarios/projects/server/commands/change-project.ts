import { v7 } from 'uuid'
import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  type ChangeRow,
  type Edit,
  findChange,
  insertChange,
  listBaselines,
  listChanges,
  type RebasePlace,
  rebasePlan,
  recordRebase,
  settleChange,
} from '#platform/server/plans/index.ts'
import { refuseMovedPlan } from '../changes/plan-moved.ts'
import { type Acting, getPlan, type PlanInHand, readOwed, recordedBy } from './plan-in-hand.ts'

/** The stream of a proposal's story. */
export function changeStream(change: string): string {
  return `plans.change/${change}`
}

/** A change of a plan in hand, as it would be decided now. */
export async function changePlace(
  tx: Transaction,
  call: Acting,
  rules: CountyRules,
  { plan, rows }: PlanInHand,
  grounds: RebasePlace['grounds'],
): Promise<RebasePlace> {
  return { rules, plan, now: call.now.getTime(), grounds, owedFor: await readOwed(tx, call, rows) }
}

/** Proposes to change a running plan. What could not be applied today is refused today. */
export async function proposeChange(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: {
    readonly project: string
    readonly version: number
    readonly reason: string
    readonly edits: readonly Edit[]
  },
): Promise<Result<Decision<{ change: string; entry: string }>>> {
  const { jurisdiction, person, post } = call.actor
  const found = await getPlan(tx, call, input.project, 'projects.lead')
  const { plan, rows } = found
  if (plan.state !== 'running') return refuse('projects.project.not-running', { project: plan.title })
  const open = (await listChanges(tx, jurisdiction, plan.id)).find(({ state }) => state === 'proposed')
  if (open) return refuse('projects.change.open', { project: plan.title, proposedAt: open.proposed_at.toISOString() })
  const moved = await refuseMovedPlan(tx, call, plan, input.version)
  if (moved) return moved
  const id = v7()
  const place = await changePlace(tx, call, rules, found, { change: id, reason: input.reason })
  const tried = rebasePlan(place, rows, input.edits)
  if (!tried.ok) return tried
  const row: ChangeRow = {
    ...{ id, plan_id: plan.id, state: 'proposed', reason: input.reason, edits: input.edits, note: '', version: 1 },
    ...{ proposed_by: person, proposed_post: post, proposed_at: call.now, readers: plan.readers },
    ...{ decided_by: null, decided_at: null, baseline: null },
  }
  const entry = changeEntry(call, row, 'plans.change.proposed', {
    ...{ plan: plan.id, title: plan.title, lead: plan.lead_organisation, reason: input.reason },
  })
  return ok({ answer: { change: id, entry: entry.id }, entries: [entry], writes: [insertChange(jurisdiction, row)] })
}

/** Approves a change and applies it to the plan as it stands now, or refuses it with a reason. */
export async function decideChange(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly change: string; readonly approved: boolean; readonly note: string },
): Promise<Result<Decision<{ change: string; baseline: number | null; entry: string }>>> {
  const { jurisdiction, person } = call.actor
  const change = (await findChange(tx, jurisdiction, input.change)) ?? refused('record.unknown')
  const found = await getPlan(tx, call, change.plan_id, 'projects.approve')
  const { plan, rows } = found
  if (change.state !== 'proposed') return refuse('projects.change.closed')
  if (change.proposed_by === person) return refuse('projects.change.own')
  const decided = { ...change, decided_by: person, decided_at: call.now, note: input.note, version: change.version + 1 }
  if (!input.approved) {
    if (input.note === '') return refuse('projects.note.missing')
    const row: ChangeRow = { ...decided, state: 'refused' }
    const entry = changeEntry(call, row, 'plans.change.refused', {
      ...{ plan: plan.id, title: plan.title, proposedBy: change.proposed_by, reason: input.note },
    })
    const writes = [settleChange(jurisdiction, row)]
    return ok({ answer: { change: change.id, baseline: null, entry: entry.id }, entries: [entry], writes })
  }
  if (plan.state !== 'running') return refuse('projects.project.not-running', { project: plan.title })
  const place = await changePlace(tx, call, rules, found, { change: change.id, reason: change.reason })
  const rebased = rebasePlan(place, rows, change.edits)
  if (!rebased.ok) return rebased
  const baseline = Math.max(0, ...(await listBaselines(tx, jurisdiction, plan.id)).map(({ number }) => number)) + 1
  const approval = { baseline, proposedBy: change.proposed_by, approvedBy: person }
  const recorded = recordRebase(recordedBy(call), place, rows, rebased.value, approval)
  const row: ChangeRow = { ...decided, state: 'approved', baseline }
  const entry = changeEntry(call, row, 'plans.change.approved', {
    ...{ plan: plan.id, title: plan.title, proposedBy: change.proposed_by, baseline, note: input.note },
  })
  return ok({
    answer: { change: change.id, baseline, entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [settleChange(jurisdiction, row), ...recorded.writes],
  })
}

/** Takes a proposal back: who made it, or who leads the plan. */
export async function withdrawChange(
  tx: Transaction,
  call: CommandCall,
  input: { readonly change: string },
): Promise<Result<Decision<{ change: string; entry: string }>>> {
  const { jurisdiction } = call.actor
  const change = (await findChange(tx, jurisdiction, input.change)) ?? refused('record.unknown')
  const { plan } = await getPlan(tx, call, change.plan_id, 'projects.lead')
  if (change.state !== 'proposed') return refuse('projects.change.closed')
  const row: ChangeRow = { ...change, state: 'withdrawn', decided_at: call.now, version: change.version + 1 }
  const entry = changeEntry(call, row, 'plans.change.withdrawn', { plan: plan.id })
  const writes = [settleChange(jurisdiction, row)]
  return ok({ answer: { change: change.id, entry: entry.id }, entries: [entry], writes })
}

/** Whether a post may decide a proposal: it reaches the lead unit, and it is not its own. */
export function mayDecide(
  actor: CommandCall['actor'],
  plan: { readonly lead_organisation: string },
  proposedBy: string | null,
): boolean {
  const organisation = plan.lead_organisation as OrganisationId
  return proposedBy !== actor.person && permits(actor, 'projects.approve', { organisation })
}

function changeEntry(
  call: CommandCall,
  row: ChangeRow,
  kind: string,
  payload: Readonly<Record<string, string | number>>,
) {
  return {
    id: newEntryId(),
    jurisdiction: call.actor.jurisdiction,
    stream: changeStream(row.id),
    version: row.version,
    kind,
    recordedAt: call.now,
    actor: call.actor,
    payload,
    readers: (row.readers as readonly OrganisationId[] | null) ?? undefined,
  }
}

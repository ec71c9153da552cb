import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { beginNodes, keepBaseline, recordNodes } from '#platform/server/plans/index.ts'
import { checkStart } from '../check/start-gate.ts'
import { getPlan, type PlanInHand, planStep, recordedBy, type Settled } from './plan-in-hand.ts'

/** What a start answers: where the project stands, and the nodes whose clocks run from now on. */
export type Started = Settled & { readonly started: string[] }

/** Starts a draft; where its kind needs approval, the start is proposed and waits for somebody else. */
export async function startProject(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly project: string; readonly despiteFindings: boolean },
): Promise<Result<Decision<Started>>> {
  const found = await getPlan(tx, call, input.project, 'projects.lead')
  const { plan } = found
  if (plan.state !== 'draft') return refuse('projects.project.not-draft', { project: plan.title })
  const gate = await checkStart(tx, call, rules, { ...found, isConfirmed: input.despiteFindings })
  if (!gate.ok) return gate
  if (rules.planKind(plan.kind)?.startApproval !== true)
    return begun(call, rules, found, { approvedBy: null, despite: gate.value })
  const proposed = planStep(
    call,
    plan,
    { state: 'proposed', proposed_by: call.actor.person },
    {
      kind: 'plans.plan.proposed',
      payload: { title: plan.title, lead: plan.lead_organisation, ...inSpiteOf(gate.value) },
    },
  )
  return ok({
    answer: { project: plan.id, state: 'proposed', started: [], entry: proposed.entry.id },
    writes: [proposed.write],
    entries: [proposed.entry],
  })
}

/** Approves a proposed start, or sends the draft back with a reason. */
export async function decideStart(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: {
    readonly project: string
    readonly approved: boolean
    readonly note: string
    readonly despiteFindings: boolean
  },
): Promise<Result<Decision<Started>>> {
  const found = await getPlan(tx, call, input.project, 'projects.approve')
  const { plan } = found
  if (plan.state !== 'proposed') return refuse('projects.project.not-proposed', { project: plan.title })
  if (plan.proposed_by === call.actor.person) return refuse('projects.project.own-approval')
  if (input.approved) {
    const gate = await checkStart(tx, call, rules, { ...found, isConfirmed: input.despiteFindings })
    if (!gate.ok) return gate
    return begun(call, rules, found, { approvedBy: call.actor.person, note: input.note, despite: gate.value })
  }
  if (input.note === '') return refuse('projects.note.missing')
  const back = planStep(
    call,
    plan,
    { state: 'draft', proposed_by: null },
    { kind: 'plans.plan.refused', payload: { title: plan.title, reason: input.note, proposedBy: plan.proposed_by } },
  )
  return ok({
    answer: { project: plan.id, state: 'draft', started: [], entry: back.entry.id },
    writes: [back.write],
    entries: [back.entry],
  })
}

type Approval = {
  readonly approvedBy: string | null
  readonly note?: string
  /** Codes of the findings that stood in the way and were let pass. */
  readonly despite: readonly string[]
}

/** Says in an entry which findings were known and let pass; nothing where there were none. */
function inSpiteOf(despite: readonly string[]) {
  return despite.length === 0 ? {} : { despite }
}

/** Lets the plan run: its nodes are lit, those that are due to begin start, and it becomes the first baseline. */
function begun(
  call: CommandCall,
  rules: CountyRules,
  { plan, rows }: PlanInHand,
  { approvedBy, note = '', despite }: Approval,
): Result<Decision<Started>> {
  const works = beginNodes(rules, plan, rows, call.now.getTime())
  const nodes = recordNodes(recordedBy(call), rules, works)
  const step = planStep(
    call,
    plan,
    { state: 'running', started_at: call.now },
    {
      kind: 'plans.plan.started',
      payload: { title: plan.title, nodes: works.length, baseline: 1, note, ...inSpiteOf(despite) },
    },
  )
  const baseline = {
    ...{ number: 1, at: call.now, reason: note, entry_id: step.entry.id },
    ...{ proposed_by: plan.proposed_by ?? call.actor.person, approved_by: approvedBy },
  }
  const started = works.filter(({ change }) => change.node.state === 'running').map(({ row }) => row.id)
  return ok({
    answer: { project: plan.id, state: 'running', started, entry: step.entry.id },
    writes: [step.write, ...nodes.writes, ...keepBaseline(call.actor.jurisdiction, step.plan, baseline)],
    entries: [step.entry, ...nodes.entries],
  })
}

import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { pauseLeaves, recordNodes, resumeLeaves } from '#platform/server/plans/index.ts'
import { getPlan, planStep, readOwed, recordedBy, type Settled } from './plan-in-hand.ts'

type PauseInput = { readonly project: string; readonly reason: string }

/** Pauses a running project: the clocks of its open nodes stop, and of what is owed for them. */
export async function pauseProject(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: PauseInput,
): Promise<Result<Decision<Settled>>> {
  const { plan, rows } = await getPlan(tx, call, input.project, 'projects.lead')
  if (plan.state !== 'running') return refuse('projects.project.not-running', { project: plan.title })
  const payload = { reason: input.reason }
  const place = { rules, now: call.now.getTime(), payload, owedFor: await readOwed(tx, call, rows) }
  const nodes = recordNodes(recordedBy(call), rules, pauseLeaves(place, plan, rows))
  const step = planStep(
    call,
    plan,
    { state: 'paused', paused_at: call.now },
    { kind: 'plans.plan.paused', payload: { title: plan.title, ...payload } },
  )
  return ok({
    answer: { project: plan.id, state: 'paused', entry: step.entry.id },
    writes: [step.write, ...nodes.writes],
    entries: [step.entry, ...nodes.entries],
  })
}

/** Lets a paused project go on. */
export async function resumeProject(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: PauseInput,
): Promise<Result<Decision<Settled>>> {
  const { plan, rows } = await getPlan(tx, call, input.project, 'projects.lead')
  if (plan.state !== 'paused') return refuse('projects.project.not-paused', { project: plan.title })
  const payload = { reason: input.reason, pausedAt: plan.paused_at?.toISOString() ?? '' }
  const place = { rules, now: call.now.getTime(), payload, owedFor: await readOwed(tx, call, rows) }
  const nodes = recordNodes(recordedBy(call), rules, resumeLeaves(place, plan, rows))
  const step = planStep(
    call,
    plan,
    { state: 'running', paused_at: null },
    { kind: 'plans.plan.resumed', payload: { title: plan.title, ...payload } },
  )
  return ok({
    answer: { project: plan.id, state: 'running', entry: step.entry.id },
    writes: [step.write, ...nodes.writes],
    entries: [step.entry, ...nodes.entries],
  })
}

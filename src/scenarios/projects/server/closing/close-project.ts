import { v7 } from 'uuid'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { getPlan, planStep, type Settled } from '../commands/plan-in-hand.ts'
import { type EvaluationRow, insertEvaluations } from './evaluation-store.ts'
import { readFacts } from './read-facts.ts'

/** The lead's words at the close. */
export type ClosingInput = {
  readonly project: string
  readonly words: string
  readonly about: readonly {
    readonly subject: 'person' | 'organisation'
    readonly id: string
    readonly words: string
  }[]
}

/** The most nodes that a refusal names. */
const mostNamed = 5

/** Closes a project whose leaves are all accepted; what the record says of each unit and person becomes their evaluation. */
export async function closeProject(
  tx: Transaction,
  call: CommandCall,
  input: ClosingInput,
): Promise<Result<Decision<Settled & { evaluations: number }>>> {
  const { jurisdiction } = call.actor
  const { plan, rows } = await getPlan(tx, call, input.project, 'projects.lead')
  if (plan.state !== 'running') return refuse('projects.project.not-running', { project: plan.title })
  const open = rows.filter((row) => row.leaf && row.state !== 'done')
  if (open.length > 0) {
    const nodes = open.slice(0, mostNamed).map(({ code, title }) => `${code} ${title}`)
    return refuse('projects.project.open-nodes', { project: plan.title, count: open.length, nodes })
  }
  const evaluated = await readFacts(tx, jurisdiction, plan.id, rows)
  const words = new Map(input.about.map((one) => [`${one.subject} ${one.id}`, one.words]))
  const payload = { title: plan.title, words: input.words, evaluations: evaluated.length }
  const step = planStep(call, plan, { state: 'closed' }, { kind: 'plans.plan.closed', payload })
  const shared = { plan_id: plan.id, at: call.now, entry_id: step.entry.id, readers: plan.readers }
  const whole = { subject: 'whole', organisation: plan.lead_organisation, person: null, facts: {} } as const
  const evaluations: EvaluationRow[] = [
    { ...shared, ...whole, id: v7(), words: input.words },
    ...evaluated.map((one) => ({
      ...{ ...shared, ...one, id: v7() },
      words: words.get(`${one.subject} ${one.person ?? one.organisation}`) ?? '',
    })),
  ]
  return ok({
    answer: { project: plan.id, state: 'closed', entry: step.entry.id, evaluations: evaluated.length },
    entries: [step.entry],
    writes: [step.write, insertEvaluations(jurisdiction, evaluations)],
  })
}

/** Archives a closed project: nothing about it changes any more. */
export async function archiveProject(
  tx: Transaction,
  call: CommandCall,
  input: { readonly project: string },
): Promise<Result<Decision<Settled>>> {
  const { plan } = await getPlan(tx, call, input.project, 'projects.lead')
  if (plan.state !== 'closed') return refuse('projects.project.not-closed', { project: plan.title })
  const payload = { title: plan.title }
  const step = planStep(call, plan, { state: 'archived' }, { kind: 'plans.plan.archived', payload })
  const answer = { project: plan.id, state: 'archived' as const, entry: step.entry.id }
  return ok({ answer, entries: [step.entry], writes: [step.write] })
}

import { v7 } from 'uuid'
import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { findPlan } from '#platform/server/plans/index.ts'
import { type AppealRow, listEvaluationAppeals } from '../appeal-store.ts'
import { acceptorOf, type Opened, openAppeal } from '../commands/open-appeal.ts'
import { mayAnswer } from '../reach.ts'
import { type EvaluationRow, findEvaluation } from './evaluation-store.ts'

/** Objects to an evaluation, a person to their own, a unit's head to the unit's; who would answer for the lead unit is answered by the next rung. */
export async function appealEvaluation(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly evaluation: string; readonly reason: string },
): Promise<Result<Decision<Opened>>> {
  const { jurisdiction, person, post } = call.actor
  const [evaluation, appeals] = await Promise.all([
    findEvaluation(tx, jurisdiction, input.evaluation),
    listEvaluationAppeals(tx, jurisdiction, [input.evaluation]),
  ])
  if (evaluation === undefined) return refuse('record.unknown')
  if (!mayAppeal(call.actor, evaluation)) refused('permission.reach', { permission: 'projects.report' })
  const open = appeals.find(({ state }) => state === 'open')
  if (open) return refuse('projects.appeal.open', { appealedAt: open.appealed_at.toISOString() })
  const plan = await findPlan(tx, jurisdiction, evaluation.plan_id)
  if (plan === undefined) throw new Error(`the evaluation ${evaluation.id} has lost its plan`)
  const isOfLead = mayAnswer(call.actor, { acceptor: plan.lead_organisation })
  const acceptor = acceptorOf(rules, plan, isOfLead)
  const row: AppealRow = {
    ...{ id: v7(), node_id: null, plate_id: null, evaluation_id: evaluation.id, lamp: '' },
    ...{ entry_id: evaluation.entry_id, acceptor, person_id: person, post_id: post },
    ...{ reason: input.reason, state: 'open', answer: null, appealed_at: call.now, answered_at: null, version: 1 },
    readers: evaluation.readers,
  }
  return ok(
    openAppeal(call, rules, row, { title: `${plan.title} 结项评价`, plan, payload: { evaluation: evaluation.id } }),
  )
}

/** Whether an evaluation is the actor's own, or that of a unit for which they accept. */
export function mayAppeal(
  actor: CommandCall['actor'],
  { subject, organisation, person }: Pick<EvaluationRow, 'subject' | 'organisation' | 'person'>,
) {
  if (subject === 'person') return person === actor.person
  const target = { organisation: organisation as OrganisationId }
  return subject === 'organisation' && permits(actor, 'projects.accept', target)
}

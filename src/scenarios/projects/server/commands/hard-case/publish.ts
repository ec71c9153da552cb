import { v7 } from 'uuid'
import { type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { findPlan } from '#platform/server/plans/index.ts'
import type { PublishInput } from '../../../contract/hard-cases.ts'
import { type CaseAnswer, decideCase } from './case-in-hand.ts'

/** Publishes a hard case for the actor's unit. One that belongs to a confidential project cannot be: it is open to all. */
export async function publishCase(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: PublishInput,
): Promise<Result<Decision<CaseAnswer>>> {
  const { jurisdiction, organisation, person } = call.actor
  const deadline = new Date(input.deadline)
  if (deadline.getTime() <= call.now.getTime())
    return refuse('projects.hard-case.past-deadline', { title: input.title })
  const plan = input.project === undefined ? undefined : await findPlan(tx, jurisdiction, input.project)
  if (input.project !== undefined && (plan === undefined || plan.confidential)) refused('record.unknown')
  const { title, place, goal, points, selection } = input
  const after = {
    ...{ id: v7(), title, place, goal, points, selection, deadline, plan_id: input.project ?? null },
    ...{ organisation, person_id: person, state: 'published' as const, team_id: null, published_at: call.now },
    ...{ assigned_at: null, submitted_at: null, closed_at: null, outcome: null, version: 1 },
  }
  const payload = {
    ...{ title, place, goal, points, selection, deadline: deadline.toISOString(), unit: organisation },
    plan: input.project ?? null,
  }
  return decideCase(call, rules, { kind: 'projects.hard-case.published', payload, after })
}

import { v7 } from 'uuid'
import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { findPlan } from '#platform/server/plans/index.ts'
import { findPlate } from '#platform/server/plans/plates/index.ts'
import { type AppealRow, listPlateAppeals } from '../appeal-store.ts'
import { acceptorOf, type Opened, openAppeal } from './open-appeal.ts'

const colourNames = { green: '绿牌', yellow: '黄牌', red: '红牌' } as const

/** Objects to a plate in the name of its unit: the lead unit owes an answer, about its own plate the next rung of the ladder. */
export async function appealPlate(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly plate: string; readonly reason: string },
): Promise<Result<Decision<Opened>>> {
  const { jurisdiction, person, post } = call.actor
  const [plate, appeals] = await Promise.all([
    findPlate(tx, jurisdiction, input.plate),
    listPlateAppeals(tx, jurisdiction, [input.plate]),
  ])
  if (plate === undefined) return refuse('record.unknown')
  if (!permits(call.actor, 'projects.accept', { organisation: plate.organisation as OrganisationId }))
    refused('permission.reach', { permission: 'projects.accept' })
  const plan = await findPlan(tx, jurisdiction, plate.plan_id)
  if (plan === undefined) throw new Error(`the plate ${plate.id} has lost its plan`)
  const open = appeals.find((one) => one.state === 'open')
  if (open) return refuse('projects.appeal.open', { appealedAt: open.appealed_at.toISOString() })
  const row: AppealRow = {
    ...{ id: v7(), node_id: null, plate_id: plate.id, evaluation_id: null, lamp: plate.colour, entry_id: plate.entry },
    ...{
      acceptor: acceptorOf(rules, plan, plate.organisation === plan.lead_organisation),
      person_id: person,
      post_id: post,
      reason: input.reason,
    },
    ...{ state: 'open', answer: null, appealed_at: call.now, answered_at: null, readers: plate.readers, version: 1 },
  }
  const title = `${plate.month} ${plan.title} ${colourNames[plate.colour]}`
  return ok(openAppeal(call, rules, row, { title, plan, payload: { plate: plate.id } }))
}

import { v7 } from 'uuid'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findLastEntry } from '#platform/server/journal/index.ts'
import { nodeStream } from '#platform/server/plans/index.ts'
import { type AppealRow, listAppeals } from '../appeal-store.ts'
import { assertMayReport } from '../reach.ts'
import { getNode } from './node-in-hand.ts'
import { type Opened, openAppeal } from './open-appeal.ts'

/** Objects to the present lamp of a node: the lead unit owes an answer. */
export async function appealLamp(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly node: string; readonly reason: string },
): Promise<Result<Decision<Opened>>> {
  const { jurisdiction, person, post } = call.actor
  const [found, appeals, given] = await Promise.all([
    getNode(tx, call, input.node),
    listAppeals(tx, jurisdiction, input.node),
    findLastEntry(tx, jurisdiction, nodeStream(input.node), 'plans.lamp.given'),
  ])
  assertMayReport(call.actor, found)
  const { node, plan } = found
  const open = appeals.find((one) => one.state === 'open' && one.lamp === node.lamp)
  if (open) return refuse('projects.appeal.open', { appealedAt: open.appealed_at.toISOString() })
  const row: AppealRow = {
    ...{ id: v7(), node_id: node.id, plate_id: null, evaluation_id: null, lamp: node.lamp, entry_id: given ?? null },
    ...{ acceptor: plan.lead_organisation, person_id: person, post_id: post, reason: input.reason },
    ...{ state: 'open', answer: null, appealed_at: call.now, answered_at: null, readers: node.readers, version: 1 },
  }
  return ok(openAppeal(call, rules, row, { title: node.title, plan, payload: { node: node.id } }))
}

import { type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  acceptAnswer,
  applyRule,
  obligationOf,
  onRecord,
  returnAnswer,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import { mayRemind } from '../../domain/duty.ts'
import { type Acknowledged, type DutyInHand, decideDuty, dutyOf, dutyRulesOf, getDuty } from '../duty-in-hand.ts'
import { assertReach, isOpener, mayAccept, maySupervise } from '../reach.ts'

type Decided = Promise<Result<Decision<Acknowledged>>>

/** Takes the answer: the duty is answered. */
export async function acceptDuty(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly note: string },
): Decided {
  const inHand = await forJudging(tx, call, input.duty)
  if (isOwn(call, inHand)) return refuse('supervision.duty.own-acceptance')
  const { obligation } = inHand
  const payload = { note: inHand.hide(input.note) }
  const { ladder } = rulesOfObligation(rules, obligation)
  const answered = applyRule(
    onRecord(obligation),
    ladder,
    acceptAnswer(obligationOf(obligation), payload, call.now.getTime()),
  )
  if (!answered.ok) return answered
  return decideDuty(call, rules, inHand, { kind: 'supervision.duty.accepted', payload, owed: [answered.value] })
}

/** Gives the answer back with a reason; the clock goes on. */
export async function returnDuty(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly reason: string },
): Decided {
  const inHand = await forJudging(tx, call, input.duty)
  if (isOwn(call, inHand)) return refuse('supervision.duty.own-acceptance')
  const { obligation } = inHand
  const payload = { note: inHand.hide(input.reason) }
  const ladder = rulesOfObligation(rules, obligation)
  const returned = applyRule(
    onRecord(obligation),
    ladder.ladder,
    returnAnswer(ladder, obligationOf(obligation), payload, call.now.getTime()),
  )
  if (!returned.ok) return returned
  return decideDuty(call, rules, inHand, { kind: 'supervision.duty.returned', payload, owed: [returned.value] })
}

/** Urges the debtor, a limited number of times. */
export async function remindDuty(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly note: string },
): Decided {
  const inHand = await getDuty(tx, call, input.duty)
  const { actor } = call
  assertReach(mayAccept(actor, inHand) || isOpener(actor, inHand.matter) || maySupervise(actor), 'supervision.accept')
  const allowed = mayRemind(dutyRulesOf(rules, inHand.matter), dutyOf(inHand), call.now.getTime())
  if (!allowed.ok) return allowed
  const reminders = inHand.duty.reminders + 1
  return decideDuty(call, rules, inHand, {
    kind: 'supervision.duty.reminded',
    payload: { note: inHand.hide(input.note), count: reminders },
    change: { reminders, reminded_at: call.now },
  })
}

async function forJudging(tx: Transaction, call: CommandCall, id: string): Promise<DutyInHand> {
  const inHand = await getDuty(tx, call, id)
  assertReach(mayAccept(call.actor, inHand), 'supervision.accept')
  return inHand
}

function isOwn(call: CommandCall, { obligation, duty }: DutyInHand): boolean {
  if (obligation.debtor_person !== null) return obligation.debtor_person === call.actor.person
  return duty.acknowledged_by === call.actor.person
}

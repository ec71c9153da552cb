import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Scope, Transaction } from '#platform/server/database/index.ts'
import type { CaseChange } from './domain/case.ts'
import type { FieldValues } from './domain/contents.ts'
import { reopen, withdrawCase } from './domain/ending.ts'
import { agreeToLook, supply } from './domain/gathering.ts'
import { askCorrection, completeStep, correct, refuseStep } from './domain/steps.ts'
import { decideReorder } from './failed-payment.ts'
import { type CaseInHand, findInHand, isOpen } from './in-hand.ts'
import { type After, recordCase } from './record-case.ts'
import { decideAccount } from './returned-payment.ts'
import type { CaseworkParts } from './submit.ts'

/** What can be done to a case, by whom the route says. */
export type CaseAct =
  | { readonly act: 'supply'; readonly material: string; readonly files: readonly string[] }
  | { readonly act: 'agree'; readonly material: string }
  | { readonly act: 'complete'; readonly step: string; readonly note: string; readonly gives: FieldValues }
  | { readonly act: 'refuse'; readonly step: string; readonly reason: string }
  | { readonly act: 'ask-correction'; readonly step: string; readonly list: readonly string[] }
  | { readonly act: 'correct'; readonly step: string; readonly note: string; readonly files: readonly string[] }
  | { readonly act: 'withdraw'; readonly reason: string }
  | { readonly act: 'reopen'; readonly reason: string }
  | MoneyAct

type MoneyAct =
  | { readonly act: 'correct-account'; readonly outcome: string; readonly account: string }
  | { readonly act: 'reorder-payment'; readonly outcome: string; readonly reason: string }

export type Acted = { readonly case: string; readonly version: number; readonly state: string }

/**
 * Does something to a case. `tx` sees what the platform sees, for what is owed for a step is not the applicant's to read; `eyes` are
 * those of whoever acts: what they may not see is refused as what is not there.
 * Refuses: `record.unknown`, and what the rule of the act refuses.
 */
export async function decideAct(
  tx: Transaction,
  call: CommandCall,
  given: {
    readonly parts: CaseworkParts
    readonly eyes: Scope
    /** Whether whoever acts may do the steps of a unit. */
    readonly mayWork: (unit: string) => boolean
    /** Whether whoever acts answers for the payments of a unit. */
    readonly mayPay: (unit: string) => boolean
    readonly id: string
    readonly act: CaseAct
  },
): Promise<Result<Decision<Acted>>> {
  const { parts, eyes, mayWork, mayPay, id, act } = given
  const { jurisdiction } = call.actor
  const inHand = await findInHand(tx, { jurisdiction, ...parts }, id)
  if (inHand === undefined || !isSeenBy(eyes, inHand)) return refuse('record.unknown')
  const unit = 'step' in act && act.act !== 'correct' ? openUnit(inHand, act.step) : undefined
  if (unit !== undefined && !mayWork(unit)) return refuse('casework.step.other-unit')
  const recording = { jurisdiction, actor: call.actor, recordedAt: call.now, ...parts }
  if (act.act === 'correct-account' || act.act === 'reorder-payment') {
    const { version, state, authority } = inHand.row
    if (act.act === 'reorder-payment' && !mayPay(authority)) return refuse('casework.payment.other-unit')
    const decided = await decideMoney(tx, { recording, inHand }, act)
    return decided.ok ? ok({ answer: { case: id, version, state }, ...decided.value }) : decided
  }
  const change = ruled(parts, inHand, act, call.now.getTime())
  if (!change.ok) return change
  const { entries, writes } = recordCase(recording, inHand, change.value, afterAct(inHand, act, call.now))
  const { version, state } = change.value.case
  return ok({ answer: { case: id, version, state }, entries, writes })
}

function decideMoney(tx: Transaction, of: Parameters<typeof decideAccount>[1], act: MoneyAct) {
  return act.act === 'correct-account' ? decideAccount(tx, of, act) : decideReorder(tx, of, act)
}

function ruled(
  { rules }: CaseworkParts,
  { matter, case: of }: CaseInHand,
  act: Exclude<CaseAct, MoneyAct>,
  now: Instant,
): Result<CaseChange> {
  switch (act.act) {
    case 'supply':
      return supply(matter, of, act, now)
    case 'agree':
      return agreeToLook(of, act.material, now)
    case 'complete':
      return completeStep(matter, rules.calendar, of, { ...act, gave: Object.keys(act.gives) }, now)
    case 'refuse':
      return refuseStep(matter, of, act, now)
    case 'ask-correction':
      return askCorrection(of, act, now)
    case 'correct':
      return correct(rules.calendar, of, act, now)
    case 'withdraw':
      return withdrawCase(matter, of, act.reason, now)
    case 'reopen':
      return reopen(matter, rules.calendar, of, act.reason, now)
  }
}

function afterAct({ contents, case: of }: CaseInHand, act: CaseAct, now: Date): After {
  if (act.act === 'complete') return { contents: { ...contents, given: { ...contents.given, [act.step]: act.gives } } }
  if (act.act === 'supply' || act.act === 'agree') return { nextAt: now }
  return act.act === 'withdraw' && of.state === 'gathering' ? { nextAt: null } : {}
}

function isSeenBy({ organisations }: Scope, { row }: CaseInHand): boolean {
  return organisations === 'all' || row.readers.some((reader) => (organisations as readonly string[]).includes(reader))
}

/** The unit whose step it is, where it is open; the rule refuses one that is not. */
function openUnit({ steps }: CaseInHand, id: string): string | undefined {
  return steps.find((step) => step.step === id && isOpen(step))?.unit
}

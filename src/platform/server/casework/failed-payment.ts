import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { mayOrderAnew, paymentNumber } from './domain/payment.ts'
import type { CaseInHand } from './in-hand.ts'
import { listOutcomes, type OutcomeRow } from './outcome-store.ts'
import { owePayment, type Recorded, replacePayment } from './payment-owed.ts'
import type { Recording } from './recording.ts'

/** The kind of obligation that money which the bank did not take is, of the authority that granted it. */
export const failedObligation = 'case-payment-failed'

/** The bank did not take an order, for a reason that no account mends: its authority owes it until it is ordered anew. */
export function leaveFailed(recording: Recording, inHand: CaseInHand, was: OutcomeRow, said: string): Recorded {
  const { row, matter } = inHand
  const { thresholds } = recording.rules.paymentRuleAt(recording.recordedAt.getTime())
  const trouble = 'casework.payment.refused'
  const payment = paymentNumber(row.id, was.outcome, was.payment)
  return owePayment(recording, inHand, was, {
    event: {
      kind: 'failed',
      after: { ...was, state: 'failed', trouble },
      payload: { payment, trouble, said, authority: row.authority },
    },
    owed: {
      kind: failedObligation,
      title: `${matter.name}：银行没有接受划款指令，请核实后重新发出（${row.number}）`,
      workingDays: thresholds.failedWorkingDays,
    },
  })
}

/**
 * Orders a payment anew that the bank did not take, to the same account, under a number that names the one it replaces; the sweep closes
 * every earlier one first. Refuses: `casework.payment.not-failed`.
 */
export async function decideReorder(
  tx: Transaction,
  { recording, inHand }: { readonly recording: Recording; readonly inHand: CaseInHand },
  { outcome, reason }: { readonly outcome: string; readonly reason: string },
): Promise<Result<Recorded>> {
  const rows = await listOutcomes(tx, recording.jurisdiction, inHand.row.id)
  const was = rows.find((one) => one.outcome === outcome)
  if (was === undefined || !mayOrderAnew(was)) return refuse('casework.payment.not-failed')
  const { sealed } = was
  return ok(await replacePayment(tx, recording, inHand, { was, kind: 'reordered', sealed, payload: { reason } }))
}

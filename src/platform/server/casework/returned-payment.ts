import type { PaymentReturn } from '#platform/contract/payment-returns.ts'
import { checkForm, formOf } from '#platform/kernel/forms/index.ts'
import { bankDigits } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { mayGoTo, paymentNumber } from './domain/payment.ts'
import type { CaseInHand } from './in-hand.ts'
import { listOutcomes, type OutcomeRow, outcomeStream } from './outcome-store.ts'
import { owePayment, type Recorded, replacePayment } from './payment-owed.ts'
import type { Recording } from './recording.ts'

/** The kind of obligation that money which the bank gave back is, of the authority that granted it. */
export const returnedObligation = 'case-payment-returned'

/** The account to which an outcome of a case pays: the one of the form, or the one given in its place. */
export function accountOf(personal: PersonalData, { matter, contents }: CaseInHand, row: OutcomeRow): string {
  if (row.sealed !== null) return personal.open(row.sealed, outcomeStream(row))
  const outcome = matter.outcomes.find(({ id }) => id === row.outcome)
  return outcome?.kind === 'payment' ? bankDigits(String(contents.form[outcome.account] ?? '')) : ''
}

/** The bank gave a payment back: it waits for another account, and the authority owes it until it has one. */
export function giveBack(recording: Recording, inHand: CaseInHand, was: OutcomeRow, reason: PaymentReturn): Recorded {
  const { row, matter } = inHand
  const { thresholds } = recording.rules.paymentRuleAt(recording.recordedAt.getTime())
  const payment = paymentNumber(row.id, was.outcome, was.payment)
  return owePayment(recording, inHand, was, {
    event: {
      kind: 'returned',
      after: { ...was, state: 'returned', trouble: reason },
      payload: { payment, reason, authority: row.authority },
    },
    owed: {
      kind: returnedObligation,
      title: `${matter.name}：款项被银行退回，请协助申请人更正收款账户（${row.number}）`,
      workingDays: thresholds.returnedWorkingDays,
    },
  })
}

/**
 * Sends a payment that the bank gave back to another account, under a number that names the one it replaces; the sweep closes that one
 * first. Refuses: `casework.payment.not-returned`, `casework.payment.same-account`, `casework.payment.account-invalid`.
 */
export async function decideAccount(
  tx: Transaction,
  { recording, inHand }: { readonly recording: Recording; readonly inHand: CaseInHand },
  { outcome, account }: { readonly outcome: string; readonly account: string },
): Promise<Result<Recorded>> {
  const { jurisdiction, personal, rules } = recording
  const was = (await listOutcomes(tx, jurisdiction, inHand.row.id)).find((one) => one.outcome === outcome)
  if (was === undefined) return refuse('casework.payment.not-returned')
  const may = mayGoTo(account, { ...was, account: accountOf(personal, inHand, was) })
  if (!may.ok) return may
  if (!isAccount(rules, inHand, was, account)) return refuse('casework.payment.account-invalid')
  const sealed = personal.seal(account, outcomeStream(was))
  return ok(await replacePayment(tx, recording, inHand, { was, kind: 'redirected', sealed }))
}

/** Whether it is what the form of the matter asks for: a card of a person, an account of a unit. */
function isAccount(rules: CountyRules, { matter }: CaseInHand, row: OutcomeRow, account: string): boolean {
  const outcome = matter.outcomes.find(({ id }) => id === row.outcome)
  if (outcome?.kind !== 'payment') return false
  const form = formOf([{ field: outcome.account, required: true }], rules.documents('field'))
  return checkForm(form, { [outcome.account]: account }).length === 0
}

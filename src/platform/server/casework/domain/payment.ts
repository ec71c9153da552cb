import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { OutcomeState } from './outcome.ts'

/*
 * Money that a case gave goes out under a number (流水号), by which the bank knows the order again.
 *   ordered   sent until the bank takes it or refuses it; silence is no refusal;
 *   returned  (银行退回) refused for good, for the account is unknown, closed or another's: it waits for another account;
 *   done      the bank took it;
 *   failed    refused for another reason: the authority looks into it, and orders it anew.
 * With another account, or once its authority says so and why, it is ordered anew under the next number, which names the one that it
 * replaces. The bank closes every earlier number first, and only then is the new one sent; where one turns out to have been paid after
 * all, that was the payment. How long the authority has is the county's (`payments.yaml`).
 */

/** The number of a payment of an outcome: the first, or one that replaces the one before. */
export function paymentNumber(id: string, outcome: string, payment: number): string {
  return payment === 1 ? `${id}.${outcome}` : `${id}.${outcome}.${payment}`
}

/**
 * Whether a payment may go to another account. The same one is let pass where the holder may have put it right at the bank.
 * Refuses: `casework.payment.not-returned`, `casework.payment.same-account`.
 */
export function mayGoTo(
  account: string,
  {
    state,
    trouble,
    account: before,
  }: { readonly state: OutcomeState; readonly trouble: string | null; readonly account: string },
): Result<true> {
  if (state !== 'returned') return refuse('casework.payment.not-returned')
  return trouble === 'account-unknown' && account === before ? refuse('casework.payment.same-account') : ok(true)
}

/** Whether a payment may be ordered anew as it is: only what the bank did not take, not what has no amount or waits for an account. */
export function mayOrderAnew({
  state,
  trouble,
}: {
  readonly state: OutcomeState
  readonly trouble: string | null
}): boolean {
  return state === 'failed' && trouble === 'casework.payment.refused'
}

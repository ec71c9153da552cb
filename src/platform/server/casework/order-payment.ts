import { isPaymentReturn } from '#platform/contract/payment-returns.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { sendOrder } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { paymentNumber } from './domain/payment.ts'
import type { CaseInHand } from './in-hand.ts'
import type { OutcomeRow } from './outcome-store.ts'
import { accountOf } from './returned-payment.ts'

/** The connector over which money orders go out. */
const connector = 'bank'

type Paid = Result<{ readonly reference: string }>

/**
 * Orders the bank to pay what a case gave. The number is the payment's own, so that an order that is sent again is the same order. One
 * that replaces others is sent when the bank has closed them all, so that only one of them is ever paid.
 * Refuses: `casework.payment.unavailable`, `casework.payment.returned`, `casework.payment.refused`, `casework.payment.no-amount`.
 */
export async function orderPayment(services: Services, inHand: CaseInHand, of: OutcomeRow): Promise<Paid> {
  const { row, matter, contents } = inHand
  const outcome = matter.outcomes.find(({ id }) => id === of.outcome)
  if (outcome?.kind !== 'payment') throw new Error(`${matter.id} pays nothing as ${of.outcome}`)
  const yuan = Number(contents.outputs[outcome.amount])
  if (!Number.isFinite(yuan) || yuan <= 0) return refuse('casework.payment.no-amount')
  const earlier = Array.from({ length: of.payment - 1 }, (_, at) => paymentNumber(row.id, of.outcome, at + 1))
  for (const number of earlier) {
    const before = await closePayment(services, number)
    if (before !== undefined) return before
  }
  const replaces = earlier.at(-1)
  const taken = await sendOrder(services, {
    ...{ connector, path: '/transfers', key: paymentNumber(row.id, of.outcome, of.payment) },
    body: {
      ...{ number: row.number, matter: matter.code, amountYuan: Math.round(yuan * 100) / 100 },
      ...{ name: contents.applicant.name, account: accountOf(services.personalData, inHand, of) },
      ...(replaces !== undefined && { replaces }),
    },
  })
  if (taken.kind === 'taken') return ok({ reference: taken.reference })
  if (taken.kind === 'unavailable') return refuse('casework.payment.unavailable')
  const { code = '', reason } = taken
  return isPaymentReturn(code)
    ? refuse('casework.payment.returned', { reason: code })
    : refuse('casework.payment.refused', { reason })
}

/** Nothing where the bank will never pay under the number any more; else that it did, or that nobody knows. */
async function closePayment(services: Services, number: string): Promise<Paid | undefined> {
  const order = { connector, path: '/transfers/closings', key: `${number}.closing`, body: { number } }
  const closed = await sendOrder(services, order)
  if (closed.kind === 'refused') return refuse('casework.payment.refused', { reason: closed.reason })
  if (closed.kind === 'unavailable') return refuse('casework.payment.unavailable')
  if (closed.state === 'paid') return ok({ reference: closed.reference })
  return closed.state === 'closed' ? undefined : refuse('casework.payment.unavailable')
}

import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { sendOrder } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { CaseInHand } from './in-hand.ts'

/** The connector over which money orders go out. */
const bank = 'bank'

/**
 * Orders the bank to pay what a case gave. The key is the outcome's own, so that an order that is sent again is the same order.
 * Refuses: `casework.payment.unavailable`, `casework.payment.refused`, `casework.payment.no-amount`.
 */
export async function orderPayment(
  services: Services,
  { row, matter, contents }: CaseInHand,
  id: string,
): Promise<Result<{ readonly reference: string }>> {
  const outcome = matter.outcomes.find((one) => one.id === id)
  if (outcome?.kind !== 'payment') throw new Error(`${matter.id} pays nothing as ${id}`)
  const yuan = Number(contents.outputs[outcome.amount])
  if (!Number.isFinite(yuan) || yuan <= 0) return refuse('casework.payment.no-amount')
  const taken = await sendOrder(services, {
    ...{ connector: bank, path: '/transfers', key: `${row.id}.${id}` },
    body: {
      ...{ number: row.number, matter: matter.code, amountYuan: Math.round(yuan * 100) / 100 },
      ...{ name: contents.applicant.name, account: String(contents.form[outcome.account] ?? '') },
    },
  })
  if (taken.kind === 'taken') return ok({ reference: taken.reference })
  return refuse(taken.kind === 'refused' ? 'casework.payment.refused' : 'casework.payment.unavailable')
}

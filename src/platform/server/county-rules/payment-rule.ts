import { inForce } from '#platform/kernel/in-force.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { PaymentRule } from '#platform/server/county/index.ts'

/** A county's rule of payments that did not arrive, at one version. */
export type CountyPaymentRule = Omit<PaymentRule, 'version'> & { readonly version: string }

/** Where a pack says nothing. */
const usual: CountyPaymentRule = {
  ...{ id: 'usual', version: '1', effectiveFrom: '2000-01-01', name: '通用支付规则', english: 'Usual payments' },
  thresholds: { returnedWorkingDays: 5, failedWorkingDays: 2 },
}

/** The rule in force at an instant; the usual one where the county has none. */
export function paymentRuleOf(all: readonly PaymentRule[], at: Instant): CountyPaymentRule {
  const [found] = inForce(all, at)
  return found === undefined ? usual : { ...found, version: String(found.version) }
}

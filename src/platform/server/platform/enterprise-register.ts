import { catalogueAt, lookUp } from '#platform/server/data-hub/index.ts'
import type { EnterpriseRegister } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** The dataset of a county's catalogue that says which enterprises a person represents. */
const dataset = 'enterprises-of-person'
/** The purpose that grants to it name. */
const matter = 'enterprise-check'

/**
 * Asks by the data hub which enterprises a person represents: the office that keeps their register asks itself, on the resident's own wish,
 * and the resident sees each look.
 */
export function enterpriseRegister(services: Services): EnterpriseRegister {
  return async ({ resident, name, number }) => {
    const owner = catalogueAt(services.rules(), services.clock.now().getTime()).datasets.get(dataset)?.owner
    if (owner === undefined) return 'unavailable'
    const outcome = await lookUp(services, {
      ...{ dataset, fields: ['credit-code', 'enterprise-name', 'enterprise-state'] },
      subject: { kind: 'person', number, name },
      ...{ purpose: { matter, case: resident }, actor: { organisation: owner } },
    })
    if (outcome.kind === 'not-found') return []
    if (outcome.kind !== 'answered') return 'unavailable'
    return outcome.records.map((record) => ({
      code: String(record['credit-code']),
      name: String(record['enterprise-name']),
      isOpen: record['enterprise-state'] === 'open',
    }))
  }
}

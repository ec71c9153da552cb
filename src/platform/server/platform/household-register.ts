import { catalogueAt, lookUp } from '#platform/server/data-hub/index.ts'
import type { HouseholdRegister } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** The dataset of a county's catalogue that says who is who. */
const dataset = 'household-registration'
/** The purpose that grants to it name. */
const matter = 'identity-check'

/**
 * Checks who residents are by the data hub: the office that keeps the household register asks itself, on the resident's own wish. Each check
 * is on record, and the person looked up sees it, also where it was somebody else who typed their number.
 */
export function householdRegister(services: Services): HouseholdRegister {
  return async ({ resident, name, number }) => {
    const owner = catalogueAt(services.rules(), services.clock.now().getTime()).datasets.get(dataset)?.owner
    if (owner === undefined) return 'unavailable'
    const outcome = await lookUp(services, {
      ...{ dataset, fields: ['name'], subject: { kind: 'person', number, name } },
      ...{ purpose: { matter, case: resident }, actor: { organisation: owner } },
    })
    if (outcome.kind === 'answered') return 'matches' // the hub takes a record under another name for a wrong answer
    if (outcome.kind === 'not-found') return 'differs'
    return outcome.kind === 'wrong-answer' && outcome.reason === 'another-person' ? 'differs' : 'unavailable'
  }
}

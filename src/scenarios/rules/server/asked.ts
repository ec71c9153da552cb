import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Asked } from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** Which matters ask for a decision of a model, and the facts that they give. */
export function askedOf(services: Services, at: Instant, model: string): readonly Asked[] {
  const rules = services.rules()
  const ids = new Set(rules.documents('matter').map(({ id }) => id))
  return [...ids].flatMap((id) => {
    const matter = rules.documentAt('matter', id, at)
    const { decision } = matter ?? {}
    if (matter === undefined || decision === undefined || decision.model !== model) return []
    return [{ by: matter.name, decision: decision.decision, facts: Object.keys(decision.facts) }]
  })
}

import { dateOf, type Instant } from './working-time/index.ts'

/** A version of a rule with the day from which it holds, YYYY-MM-DD. */
export type Dated = { readonly id: string; readonly version: string | number; readonly effectiveFrom: string }

/**
 * The version of each rule that was in force at an instant: what happened is judged by the version of its day, however late it is
 * judged. Of two from the same day the higher version holds; a rule that did not hold yet is left out.
 * @example `inForce(rules.plateRules, closing)`
 */
export function inForce<Rule extends Dated>(versions: readonly Rule[], at: Instant): readonly Rule[] {
  const day = dateOf(at)
  const held = new Map<string, Rule>()
  for (const one of versions) {
    const present = held.get(one.id)
    if (one.effectiveFrom <= day && (present === undefined || isLater(one, present))) held.set(one.id, one)
  }
  return [...held.values()]
}

function isLater(one: Dated, other: Dated): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom > other.effectiveFrom
  return Number(one.version) > Number(other.version)
}

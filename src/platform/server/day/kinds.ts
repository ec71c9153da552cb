import type { Actor } from '#platform/kernel/actor.ts'
import type { OwedKind, Scenario } from '#platform/server/scenario/index.ts'

/** The kinds of obligations by name, as the scenarios declare them. */
export type Kinds = ReadonlyMap<string, OwedKind>

/** All kinds of obligations that the scenarios open. */
export function kindsOf(scenarios: readonly Pick<Scenario, 'owed'>[]): Kinds {
  return new Map(scenarios.flatMap(({ owed }) => Object.entries(owed ?? {})))
}

/** The kinds that a post may answer for its unit, or judge for it. */
export function kindsFor(kinds: Kinds, actor: Actor, what: 'answer' | 'judge' | 'watch'): readonly string[] {
  return [...kinds].flatMap(([name, kind]) =>
    (kind[what] ?? []).some((one) => actor.permissions.has(one)) ? name : [],
  )
}

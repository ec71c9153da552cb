import { seeded } from '#platform/kernel/seeded.ts'
import { enterprisesOf } from './enterprises.ts'
import { type Household, makeHouseholds, type PeopleSeed } from './household.ts'
import { housingOf } from './housing.ts'
import { livelihoodOf } from './livelihood.ts'
import type { Row } from './rows.ts'
import { birthsOf, registersOf } from './standing.ts'

/** What the departments hold of invented people, by dataset: they agree with each other. */
export type InventedCounty = {
  readonly households: readonly Household[]
  readonly tables: ReadonlyMap<string, readonly Row[]>
}

/** A county of people who do not exist, the same for the same seed. */
export function inventCounty(seed: PeopleSeed): InventedCounty {
  const households = makeHouseholds(seed)
  const tables = new Map<string, Row[]>()
  const add = (more: Readonly<Record<string, readonly Row[]>>) => {
    for (const [dataset, rows] of Object.entries(more)) {
      const all = tables.get(dataset) ?? []
      all.push(...rows)
      tables.set(dataset, all)
    }
  }
  for (const household of households) {
    const chance = seeded(`${seed.seed} ${household.number}`)
    for (const member of household.members) {
      add(registersOf(chance, household, member, seed.year))
      add(livelihoodOf(chance, member, seed.year))
    }
    add({ ...housingOf(chance, household, seed.year), 'birth-certificate': birthsOf(chance, household, seed.year) })
    add(enterprisesOf(chance, household, seed.year))
  }
  return { households, tables }
}

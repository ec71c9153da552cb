import { inForce } from '#platform/kernel/in-force.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { DocumentOf } from '#platform/server/county/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Field } from './domain/dataset.ts'
import type { Grant } from './domain/grant.ts'

/** A dataset of the catalogue, as the pack describes it. */
export type Dataset = DocumentOf<'dataset'>
export type ConnectorDocument = DocumentOf<'connector'>

/** The catalogue of public data as it holds at an instant. */
export type Catalogue = {
  readonly datasets: ReadonlyMap<string, Dataset>
  readonly dictionary: ReadonlyMap<string, Field>
  readonly connectors: ReadonlyMap<string, ConnectorDocument>
  /** Grants of the pack; which of them hold today is for `findGrant` to say. */
  readonly grants: readonly Grant[]
}

const kept = new WeakMap<CountyRules, Map<number, Catalogue>>()
const hour = 3_600_000

/** The catalogue in force at an instant; kept by the hour, for days change on the hour. */
export function catalogueAt(rules: CountyRules, at: Instant): Catalogue {
  const byHour = kept.get(rules) ?? new Map<number, Catalogue>()
  const key = Math.floor(at / hour)
  const catalogue = byHour.get(key) ?? readCatalogue(rules, at)
  if (byHour.size > 48) byHour.clear()
  kept.set(rules, byHour.set(key, catalogue))
  return catalogue
}

/** A dataset by id and version, as a look-up was begun with it; the present one where that version is gone. */
export function datasetOf(rules: CountyRules, catalogue: Catalogue, id: string, version: number): Dataset | undefined {
  const written = rules.documents('dataset').find((one) => one.id === id && one.version === version)
  return written ?? catalogue.datasets.get(id)
}

function readCatalogue(rules: CountyRules, at: Instant): Catalogue {
  return {
    datasets: byId(inForce(rules.documents('dataset'), at)),
    dictionary: byId(inForce(rules.documents('field'), at)),
    connectors: byId(inForce(rules.documents('connector'), at)),
    grants: rules.documents('grant'),
  }
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}

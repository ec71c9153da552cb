import { type LookUpOutcome, lookUpAll } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FieldValue } from './domain/contents.ts'
import type { Matter } from './domain/matter.ts'
import { type Filling, isBroughtByData, lookUpOf, prefillOf } from './material-look-up.ts'

/** A value that stands in a form before anything is typed, with where it comes from. */
export type Prefilled = {
  readonly field: string
  readonly value: FieldValue
  readonly dataset: string
  readonly asOf: string
}

/**
 * What departments hold for the form of a resident or an enterprise, and the materials whose departments did not answer. The case that comes of the form
 * takes these look-ups over; a form that is opened again asks nobody again.
 */
export async function prefillForm(
  services: Services,
  matter: Matter,
  { kind = 'person', applicant, resident }: Omit<Filling, 'kind'> & { readonly kind?: 'person' | 'enterprise' },
): Promise<{ readonly values: readonly Prefilled[]; readonly waiting: readonly string[] }> {
  const materials = matter.materials
    .filter(isBroughtByData)
    .filter(({ id, key }) => key === undefined && matter.form.some(({ prefill }) => prefill?.material === id))
  if (materials.length === 0) return { values: [], waiting: [] }
  const name = prefillOf({ kind, applicant, resident })
  const about = { kind, applicant, form: {}, case: name, takeOver: [name] }
  const outcomes = await lookUpAll(
    services,
    materials.map((material) => lookUpOf(matter, material, about)),
  )
  const came = new Map(materials.map(({ id }, index) => [id, outcomes[index] as LookUpOutcome]))
  const values = matter.form.flatMap(({ field, prefill }): Prefilled[] => {
    const outcome = prefill && came.get(prefill.material)
    if (outcome?.kind !== 'answered') return []
    const value = outcome.records[0]?.[prefill?.field ?? '']
    if (value === undefined || value === null) return []
    const asOf = outcome.asOf ?? outcome.answeredAt.toISOString().slice(0, 10)
    return [{ field, value, dataset: outcome.dataset, asOf }]
  })
  return { values, waiting: materials.flatMap(({ id }) => (came.get(id)?.kind === 'waiting' ? [id] : [])) }
}

import type { OrganisationId } from '#platform/kernel/ids.ts'
import { lookUpAll } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Applicant, FieldValue } from './domain/contents.ts'
import type { Matter } from './domain/matter.ts'

/** A value that stands in a form before anything is typed, with where it comes from. */
export type Prefilled = {
  readonly field: string
  readonly value: FieldValue
  readonly dataset: string
  readonly asOf: string | undefined
}

/** What departments hold for a form, and the materials whose departments did not answer. `about` names the question in the record. */
export async function prefillForm(
  services: Services,
  matter: Matter,
  applicant: Applicant,
  about: string,
): Promise<{ readonly values: readonly Prefilled[]; readonly waiting: readonly string[] }> {
  const materials = matter.materials.filter(
    ({ id, dataset, key }) =>
      dataset !== undefined && key === undefined && matter.form.some(({ prefill }) => prefill?.material === id),
  )
  if (materials.length === 0) return { values: [], waiting: [] }
  const outcomes = await lookUpAll(
    services,
    materials.map(({ id, dataset = '' }) => ({
      dataset,
      subject: { kind: 'person' as const, number: applicant.number, name: applicant.name },
      fields: fieldsOf(matter, id),
      purpose: { matter: matter.id, case: about },
      actor: { organisation: matter.authority as OrganisationId },
    })),
  )
  const values = matter.form.flatMap(({ field, prefill }): Prefilled[] => {
    const index = materials.findIndex(({ id }) => id === prefill?.material)
    const outcome = outcomes[index]
    if (prefill === undefined || outcome?.kind !== 'answered') return []
    const value = outcome.records[0]?.[prefill.field]
    return value === undefined || value === null
      ? []
      : [
          {
            field,
            value,
            dataset: outcome.dataset,
            asOf: outcome.asOf ?? outcome.answeredAt.toISOString().slice(0, 10),
          },
        ]
  })
  return { values, waiting: materials.filter((_, index) => outcomes[index]?.kind === 'waiting').map(({ id }) => id) }
}

function fieldsOf(matter: Matter, material: string): string[] {
  return [...new Set(matter.form.flatMap(({ prefill }) => (prefill?.material === material ? [prefill.field] : [])))]
}

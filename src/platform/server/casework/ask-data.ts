import { type LookUpOutcome, lookUpAll } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FieldValues } from './domain/contents.ts'
import type { Brought } from './domain/gathering.ts'
import type { CaseInHand } from './in-hand.ts'
import { isBroughtByData, lookUpOf, prefillOf } from './material-look-up.ts'

/** What came of asking for one material: how it stands now, and its records where there are any. */
export type AskedMaterial = {
  readonly material: Brought
  readonly records?: readonly FieldValues[] | undefined
  /** When the hub asks a department again that did not answer. */
  readonly retryAt?: Date | undefined
}

/** Asks for materials side by side; what was brought already for the form of this request, or for the case itself, is not asked again. */
export async function askForData(
  services: Services,
  { matter, row, contents, case: of }: CaseInHand,
  wanted: readonly string[],
): Promise<readonly AskedMaterial[]> {
  const materials = matter.materials.filter(isBroughtByData).filter(({ id }) => wanted.includes(id))
  if (materials.length === 0) return []
  const filling = { kind: row.applicant_kind, applicant: contents.applicant, resident: row.resident_id }
  const about = { ...filling, form: contents.form, case: row.id, takeOver: [row.id, prefillOf(filling)] }
  const asks = materials.map((material) => ({
    ...lookUpOf(matter, material, about),
    id: of.materials[material.id]?.lookUp,
  }))
  const outcomes = await lookUpAll(services, asks)
  return materials.map(({ id }, index) => cameOf(id, outcomes[index] as LookUpOutcome))
}

/** A department that does not answer is asked again by the hub under the same look-up; one that gave no use is asked anew later. */
function cameOf(material: string, outcome: LookUpOutcome): AskedMaterial {
  const { lookUp, dataset: source } = outcome
  switch (outcome.kind) {
    case 'answered':
    case 'not-found': {
      const asOf = outcome.asOf ?? outcome.answeredAt.toISOString().slice(0, 10)
      if (outcome.kind === 'not-found')
        return { material: { material, state: 'absent', lookUp, source, asOf }, records: [] }
      return { material: { material, state: 'brought', lookUp, source, asOf }, records: outcome.records }
    }
    case 'waiting':
      return {
        material: { material, state: 'wanted', lookUp, source, trouble: `waiting:${outcome.reason}` },
        retryAt: outcome.retryAt,
      }
    case 'forgotten':
      return { material: { material, state: 'wanted', source, trouble: 'waiting:forgotten' } }
    default:
      return {
        material: { material, state: 'wanted', source, trouble: `${outcome.kind}:${outcome.reason}`, isUseless: true },
      }
  }
}

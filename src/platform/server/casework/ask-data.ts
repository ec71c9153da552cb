import type { OrganisationId } from '#platform/kernel/ids.ts'
import { type LookUpOutcome, lookUpAll } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FieldValues } from './domain/contents.ts'
import type { Brought } from './domain/gathering.ts'
import type { Matter, MatterMaterial } from './domain/matter.ts'
import type { CaseInHand } from './in-hand.ts'

/** What came of asking for one material: how it stands now, and its records where there are any. */
export type AskedMaterial = {
  readonly material: Brought
  readonly records?: readonly FieldValues[] | undefined
  /** When the hub asks a department again that did not answer. */
  readonly retryAt?: Date | undefined
}

/** Asks for materials side by side, each under the grant of the matter's authority, with the fewest fields that the matter needs. */
export async function askForData(
  services: Services,
  inHand: CaseInHand,
  materials: readonly string[],
): Promise<readonly AskedMaterial[]> {
  if (materials.length === 0) return []
  const asks = materials.map((id) => askOf(inHand, id))
  const outcomes = await lookUpAll(services, asks)
  return materials.map((id, index) => cameOf(id, outcomes[index] as LookUpOutcome))
}

function askOf({ matter, row, contents, case: of }: CaseInHand, id: string) {
  const material = matter.materials.find((one) => one.id === id) as MatterMaterial & { readonly dataset: string }
  const before = of.materials[id]?.lookUp
  return {
    ...(before !== undefined && { id: before }),
    dataset: material.dataset,
    subject: subjectOf(material, row.applicant_kind, contents),
    fields: fieldsOf(matter, material),
    purpose: { matter: matter.id, case: row.id },
    actor: { organisation: matter.authority as OrganisationId },
  }
}

function subjectOf({ key }: MatterMaterial, kind: string, { applicant, form }: CaseInHand['contents']) {
  if (key !== undefined) return { kind: 'person' as const, number: String(form[key.form] ?? '') }
  return kind === 'person'
    ? { kind: 'person' as const, number: applicant.number, name: applicant.name }
    : { kind: 'enterprise' as const, number: applicant.number }
}

/** The fields that the decision, the form and whoever judges need, and no others. */
function fieldsOf(matter: Matter, { id, fields }: MatterMaterial): string[] {
  const sources = Object.values(matter.decision?.facts ?? {}).flatMap((one) => ('latest' in one ? one.latest : [one]))
  const facts = sources.flatMap((one) =>
    'material' in one && one.material === id && 'field' in one ? [one.field] : [],
  )
  const filled = matter.form.flatMap(({ prefill }) => (prefill?.material === id ? [prefill.field] : []))
  return [...new Set([...facts, ...filled, ...fields])]
}

/** A department that does not answer is asked again by the hub under the same look-up; one that gave no use is asked anew later. */
function cameOf(material: string, outcome: LookUpOutcome): AskedMaterial {
  const { lookUp, dataset: source } = outcome
  if (outcome.kind === 'answered' || outcome.kind === 'not-found') {
    const asOf = outcome.asOf ?? outcome.answeredAt.toISOString().slice(0, 10)
    if (outcome.kind === 'not-found')
      return { material: { material, state: 'absent', lookUp, source, asOf }, records: [] }
    return { material: { material, state: 'brought', lookUp, source, asOf }, records: outcome.records }
  }
  const trouble = 'reason' in outcome ? `${outcome.kind}:${outcome.reason}` : outcome.kind
  const again = outcome.kind === 'waiting' ? { lookUp, retryAt: outcome.retryAt } : {}
  return {
    material: { material, state: 'wanted', source, trouble, ...(again.lookUp && { lookUp }) },
    retryAt: again.retryAt,
  }
}

import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { LookUpAsk, Subject } from '#platform/server/data-hub/index.ts'
import type { Applicant, FieldValues } from './domain/contents.ts'
import type { ApplicantKind, Matter, MatterMaterial } from './domain/matter.ts'

/** Whose request a material is asked for, and under which name it is on record. */
export type AskedFor = {
  readonly kind: ApplicantKind
  readonly applicant: Applicant
  readonly form: FieldValues
  /** The case, or the filling in of its form. */
  readonly case: string
  /** Where the same may have been asked just before: a fresh answer is taken over. */
  readonly takeOver: readonly string[]
}

/** Who fills a form in: an enterprise has its code for a name, a person the page on which it stands. */
export type Filling = {
  readonly kind: ApplicantKind
  readonly applicant: Applicant
  readonly resident: string | null
}

/**
 * The look-up that brings a material: under the grant of the matter's authority, with the fewest fields that form, rule and whoever
 * judges need. The same for the form as for the case, so that one question serves both.
 */
export function lookUpOf(
  matter: Matter,
  material: MatterMaterial & { readonly dataset: string },
  { kind, applicant, form, case: id, takeOver }: AskedFor,
): LookUpAsk {
  return {
    ...{ dataset: material.dataset, fields: fieldsOf(matter, material), takeOver },
    subject: subjectOf(material, kind, applicant, form),
    purpose: { matter: matter.id, case: id },
    actor: { organisation: matter.authority as OrganisationId },
  }
}

/** Whether data brings a material. */
export function isBroughtByData(material: MatterMaterial): material is MatterMaterial & { readonly dataset: string } {
  return material.dataset !== undefined
}

/** Under which name the filling in of a form is on record, until its case takes it over. */
export function prefillOf({ kind, applicant, resident }: Filling): string {
  return `prefill:${kind === 'enterprise' ? applicant.number : resident}`
}

function subjectOf({ key }: MatterMaterial, kind: ApplicantKind, applicant: Applicant, form: FieldValues): Subject {
  if (key !== undefined) return { kind: 'person', number: String(form[key.form] ?? '') }
  return kind === 'person'
    ? { kind: 'person', number: applicant.number, name: applicant.name }
    : { kind: 'enterprise', number: applicant.number }
}

function fieldsOf(matter: Matter, { id, fields }: MatterMaterial): string[] {
  const sources = Object.values(matter.decision?.facts ?? {}).flatMap((one) => ('latest' in one ? one.latest : [one]))
  const facts = sources.flatMap((one) =>
    'material' in one && one.material === id && 'field' in one ? [one.field] : [],
  )
  const filled = matter.form.flatMap(({ prefill }) => (prefill?.material === id ? [prefill.field] : []))
  return [...new Set([...facts, ...filled, ...fields])]
}

/** A value of a form, a material or a step. */
export type FieldValue = string | number | boolean | null
export type FieldValues = Readonly<Record<string, FieldValue>>

/** Who asks. The number is an identity number, a credit code, or a unit's id. */
export type Applicant = { readonly name: string; readonly number: string; readonly phone?: string | undefined }

/** What a case says about people: sealed as a whole. */
export type CaseContents = {
  readonly applicant: Applicant
  readonly form: FieldValues
  /** What data brought, by material: the records found. */
  readonly brought: Readonly<Record<string, readonly FieldValues[]>>
  /** What steps gave, by step. */
  readonly given: Readonly<Record<string, FieldValues>>
  /** What the decision table gave, where it was asked. */
  readonly outputs: Readonly<Record<string, unknown>>
  /** How it came to that, for whoever asks why. */
  readonly grounds: unknown
}

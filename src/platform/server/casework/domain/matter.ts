/** Who asks: a resident, an enterprise, or a unit of the government. */
export type ApplicantKind = 'person' | 'enterprise' | 'unit'

/** Where one fact of a decision comes from. */
export type OneSource =
  | { readonly form: string }
  | { readonly material: string; readonly field: string }
  | { readonly material: string; readonly has: true }
  | { readonly material: string; readonly known: true }
  | { readonly step: string; readonly field: string }
  | { readonly applicant: 'age' | 'kind' | 'submitted-on' | 'last-granted' | 'granted-before' }

/** Where a fact comes from; `latest` is the latest of several dates. */
export type FactSource = OneSource | { readonly latest: readonly OneSource[] }

/** A material, brought by a dataset or handed in. */
export type MatterMaterial = {
  readonly id: string
  readonly name: string
  readonly dataset?: string | undefined
  readonly key?: { readonly form: string } | undefined
  readonly fields: readonly string[]
  readonly required: boolean
  readonly paper: boolean
}

/** A step, and the steps that it waits for. */
export type MatterStep = {
  readonly id: string
  readonly name: string
  readonly unit: string
  /** Working days, of 1 or more. */
  readonly days: number
  readonly after: readonly string[]
  readonly decides: boolean
  readonly gives: readonly string[]
  readonly outcomes: readonly string[]
}

/** What a case can give. */
export type MatterOutcome = { readonly id: string; readonly name: string } & (
  | { readonly kind: 'document' }
  | { readonly kind: 'credential'; readonly credential: string; readonly values: Readonly<Record<string, FactSource>> }
  | { readonly kind: 'payment'; readonly amount: string; readonly account: string }
  | { readonly kind: 'post'; readonly address: string }
)

/** A field as the form of a matter asks for it. */
export type MatterField = {
  readonly field: string
  readonly required: boolean
  readonly label?: string | undefined
  readonly help?: string | undefined
  readonly prefill?: { readonly material: string; readonly field: string } | undefined
}

/** A government service matter (政务服务事项) at one version, as its rules see it; the county pack says it. */
export type Matter = {
  readonly id: string
  readonly version: number
  readonly effectiveFrom: string
  readonly code: string
  readonly name: string
  readonly english: string
  readonly sayings: readonly string[]
  readonly type: string
  readonly authority: string
  readonly basis: readonly { readonly title: string; readonly article?: string | undefined }[]
  readonly applicants: readonly ApplicantKind[]
  readonly conditions: readonly string[]
  readonly days: { readonly legal: number; readonly promised: number }
  readonly usual: { readonly trips: number; readonly minutes: number }
  readonly trips: number
  readonly feeYuan: number
  readonly form: readonly MatterField[]
  readonly materials: readonly MatterMaterial[]
  readonly decision?:
    | {
        readonly model: string
        readonly decision: string
        readonly instant: boolean
        readonly facts: Readonly<Record<string, FactSource>>
      }
    | undefined
  readonly steps: readonly MatterStep[]
  readonly outcomes: readonly MatterOutcome[]
  readonly joint: boolean
  readonly remedy?: string | undefined
}

/** The matter's step, which the caller knows to be there. */
export function stepOf(matter: Matter, id: string): MatterStep {
  const step = matter.steps.find((one) => one.id === id)
  if (step === undefined) throw new Error(`the matter ${matter.id} has no step ${id}`)
  return step
}

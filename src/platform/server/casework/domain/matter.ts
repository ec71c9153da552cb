import type { DocumentOf } from '#platform/server/county/index.ts'

/** A government service matter (政务服务事项) at one version, as the county pack says it. */
export type Matter = DocumentOf<'matter'>
export type MatterStep = Matter['steps'][number]
export type MatterMaterial = Matter['materials'][number]

/** Who asks: a resident, an enterprise, or a unit of the government. */
export type ApplicantKind = Matter['applicants'][number]

/** The matter's step, which the caller knows to be there. */
export function stepOf(matter: Matter, id: string): MatterStep {
  const step = matter.steps.find((one) => one.id === id)
  if (step === undefined) throw new Error(`the matter ${matter.id} has no step ${id}`)
  return step
}

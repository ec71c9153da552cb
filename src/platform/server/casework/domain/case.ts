import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Matter } from './matter.ts'

/*
 * A case (办件) is one applicant's request under one version of a matter; it ends under the version that it began with.
 *   gathering  acknowledged. What departments hold is being asked for; where one cannot answer, the case waits and asks again
 *              by itself, or the applicant supplies the paper;
 *   handling   all that is needed is there: steps are under way, each owed by its unit with a clock of its own;
 *   granted    every step is done, or the decision table granted it at once;
 *   rejected   with a reason and a remedy; after reconsideration it can be opened again, and is then handled again;
 *   withdrawn  by whoever asked, as long as it had not ended.
 * A step waits for those before it, is open, stands still while a correction (补正) is asked for, once, and is done or refused;
 * steps that are no longer needed are dropped. What a step lacks stops that step alone.
 */

export const caseStates = ['gathering', 'handling', 'granted', 'rejected', 'withdrawn'] as const
export type CaseState = (typeof caseStates)[number]

/** Where a material stands: wanted still, brought by data, known not to exist, supplied by the applicant. */
export type MaterialState = 'wanted' | 'brought' | 'absent' | 'supplied'
export type CaseMaterial = {
  readonly state: MaterialState
  /** The look-up that brought it. */
  readonly lookUp?: string
  /** Why it is still wanted: what the department's side said. */
  readonly trouble?: string
  /** How many look-ups have ended without use. */
  readonly tries?: number
  /** When it is asked for anew; null where it is no more, and only the paper helps. */
  readonly askAt?: Instant | null
  readonly source?: string
  readonly asOf?: string
  readonly files?: readonly string[]
}

export type StepState = 'waiting' | 'open' | 'correcting' | 'done' | 'refused' | 'dropped'
export type CaseStep = {
  readonly state: StepState
  readonly openedAt?: Instant
  readonly dueAt?: Instant
  readonly doneAt?: Instant
  /** What the applicant was asked for; a step asks once. */
  readonly asked?: readonly string[]
}

export type CaseOutcome = { readonly orderedAt: Instant; readonly reference?: string }

/** A case as its rules see it. */
export type Case = {
  readonly id: string
  readonly state: CaseState
  readonly acceptedAt: Instant
  /** The promised end. */
  readonly dueAt: Instant
  readonly endedAt: Instant | null
  readonly materials: Readonly<Record<string, CaseMaterial>>
  readonly steps: Readonly<Record<string, CaseStep>>
  readonly outcomes: Readonly<Record<string, CaseOutcome>>
  readonly version: number
}

/** What happened to a case; each becomes one entry in its story. No personal data stands in it. */
export type CaseEvent = {
  readonly kind: `casework.case.${
    | 'submitted'
    | 'brought'
    | 'data-lacking'
    | 'agreed'
    | 'supplied'
    | 'accepted'
    | 'judged'
    | 'step-opened'
    | 'step-done'
    | 'step-refused'
    | 'correction-asked'
    | 'corrected'
    | 'outcome-given'
    | 'granted'
    | 'rejected'
    | 'withdrawn'
    | 'reopened'}`
  readonly at: Instant
  readonly payload: Readonly<Record<string, unknown>>
  readonly rule?: { readonly id: string; readonly version: string } | undefined
}

/** A case after a rule, and what happened on the way. */
export type CaseChange = { readonly case: Case; readonly events: readonly CaseEvent[] }

/** A change with one more event, and what it makes of the case. */
export function append(change: CaseChange, after: Partial<Case>, event: CaseEvent): CaseChange {
  return {
    case: { ...change.case, ...after, version: change.case.version + 1 },
    events: [...change.events, event],
  }
}

/** A case that nothing has happened to yet in this act. */
export function begun(of: Case): CaseChange {
  return { case: of, events: [] }
}

/** Whether a material waits for the consent of whoever it is about: the law alone does not let it be looked up. */
export function asksConsent(material: CaseMaterial | undefined): boolean {
  return material?.state === 'wanted' && material.trouble?.startsWith('not-granted:consent-') === true
}

export function isOver({ state }: Case): boolean {
  return state === 'granted' || state === 'rejected' || state === 'withdrawn'
}

/** Whether nothing that the matter needs is wanted any more. */
export function isGathered(matter: Matter, { materials }: Case): boolean {
  return matter.materials.every(({ id, required }) => !required || materials[id]?.state !== 'wanted')
}

/** The materials that data has still to bring and that are to be asked for now. */
export function wantedOf(matter: Matter, { materials }: Case, now: Instant): readonly string[] {
  const isDue = (askAt: Instant | null | undefined) => askAt === undefined || (askAt !== null && askAt <= now)
  return matter.materials
    .filter(
      ({ id, dataset }) => dataset !== undefined && materials[id]?.state === 'wanted' && isDue(materials[id]?.askAt),
    )
    .map(({ id }) => id)
}

import type { Case, CaseMaterial, CaseOutcome, CaseState, CaseStep } from './domain/case.ts'
import type { ApplicantKind } from './domain/matter.ts'

/** By which door a case came. */
export const channels = ['phone', 'window', 'television', 'helper', 'unit'] as const
export type Channel = (typeof channels)[number]

/** A case as it is stored. */
export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly matter: string
  readonly matter_version: number
  readonly state: CaseState
  readonly applicant_kind: ApplicantKind
  readonly applicant_hash: Buffer
  readonly applicant_label: string
  readonly channel: Channel
  readonly resident_id: string | null
  /** The unit whose window took it, or that asked for itself. */
  readonly taken_by: string | null
  readonly authority: string
  readonly accepted_at: Date
  readonly submitted_at: Date
  readonly due_at: Date
  readonly ended_at: Date | null
  readonly next_at: Date | null
  readonly materials: Readonly<Record<string, CaseMaterial>>
  readonly steps: Readonly<Record<string, CaseStep>>
  readonly outcomes: Readonly<Record<string, CaseOutcome>>
  readonly sealed: Buffer
  readonly trips: number
  readonly trips_saved: number
  readonly papers_saved: number
  readonly minutes_saved: number
  readonly readers: readonly string[]
  readonly version: number
}

/** The columns of `CaseRow`. */
export const caseColumns = [
  ...([
    'id',
    'number',
    'matter',
    'matter_version',
    'state',
    'applicant_kind',
    'applicant_hash',
    'applicant_label',
  ] as const),
  ...([
    'channel',
    'resident_id',
    'taken_by',
    'authority',
    'accepted_at',
    'submitted_at',
    'due_at',
    'ended_at',
    'next_at',
  ] as const),
  ...(['materials', 'steps', 'outcomes', 'sealed', 'trips', 'trips_saved', 'papers_saved', 'minutes_saved'] as const),
  ...(['readers', 'version'] as const),
] as const satisfies readonly (keyof CaseRow)[]

/** The case that the rules see in a stored row. */
export function caseOf(row: CaseRow): Case {
  const { id, state, materials, steps, outcomes, version } = row
  return {
    ...{ id, state, materials, steps, outcomes, version },
    acceptedAt: row.accepted_at.getTime(),
    dueAt: row.due_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
  }
}

/** The row after the rules: what they changed, and nothing else. */
export function rowAfter(row: CaseRow, after: Case): CaseRow {
  const { state, materials, steps, outcomes, version } = after
  return {
    ...row,
    ...{ state, materials, steps, outcomes, version },
    accepted_at: new Date(after.acceptedAt),
    due_at: new Date(after.dueAt),
    ended_at: after.endedAt === null ? null : new Date(after.endedAt),
  }
}

/** A step that opened, as it is stored. */
export type StepRow = {
  readonly id: string
  readonly case_id: string
  readonly step: string
  readonly unit: string
  readonly state: 'open' | 'correcting' | 'done' | 'refused' | 'dropped'
  readonly obligation_id: string
  readonly opened_at: Date
  readonly due_at: Date
  readonly ended_at: Date | null
}

/** The stream of a case's story. */
export function caseStream(id: string): string {
  return `casework.case/${id}`
}

/** The case of such a stream; nothing where the stream is of something else. */
export function caseOfStream(stream: string): string | undefined {
  const [kind, id] = stream.split('/')
  return kind === 'casework.case' ? id : undefined
}

/** The stream of one step of a case, about which its obligation is; it names the case, so that a page of the case is found. */
export function stepStream(id: string, step: string): string {
  return `casework.step/${id}.${step}`
}

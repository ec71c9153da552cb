import type { LookUpState } from './domain/look-up.ts'

/** A look-up as it is stored. */
export type LookUpRow = {
  readonly id: string
  readonly dataset: string
  readonly dataset_version: number
  readonly fields: readonly string[]
  readonly organisation: string
  readonly post: string | null
  readonly person: string | null
  readonly matter: string
  readonly case_id: string
  readonly grant_id: string | null
  readonly consent_id: string | null
  readonly basis: string | null
  readonly subject_hash: Buffer
  readonly subject: Buffer | null
  readonly state: LookUpState
  readonly reason: string | null
  readonly attempts: number
  readonly asked_at: Date
  readonly next_at: Date | null
  readonly until: Date
  readonly ended_at: Date | null
  readonly as_of: string | null
  readonly answer: Buffer | null
  readonly forget_at: Date | null
  readonly version: number
}

/** The columns of `LookUpRow`; `l` is the look-up. */
export const lookUpColumns = `l.id, l.dataset, l.dataset_version, l.fields, l.organisation, l.post, l.person, l.matter, l.case_id,
  l.grant_id, l.consent_id, l.basis, l.subject_hash, l.subject, l.state, l.reason, l.attempts, l.asked_at, l.next_at, l.until,
  l.ended_at, l.as_of, l.answer, l.forget_at, l.version`

import { checkForm, faultyFields, formOf } from '#platform/kernel/forms/index.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { mask } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { hashOfSubject } from '#platform/server/data-hub/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { newNumber } from './case-number.ts'
import type { CaseRow, Channel } from './case-row.ts'
import { findUnderWay } from './case-store.ts'
import type { CaseState } from './domain/case.ts'
import type { Applicant, FieldValues } from './domain/contents.ts'
import { takeUp } from './domain/ending.ts'
import { type Supplied, submitCase } from './domain/gathering.ts'
import type { ApplicantKind, Matter } from './domain/matter.ts'
import { newCaseId, recordCase } from './record-case.ts'

/** A request as it comes in, by whichever door. */
export type Submission = {
  readonly matter: string
  readonly kind: ApplicantKind
  readonly applicant: Applicant
  readonly form: FieldValues
  readonly supplied: Supplied
  readonly channel: Channel
  /** The resident on whose page it stands. */
  readonly resident: string | null
  /** The unit whose window took it, or that asks for itself. */
  readonly takenBy?: string | undefined
  /** Who may read it beside the units that handle it: the resident, the unit that took it or asked. */
  readonly readers: readonly string[]
}

export type Submitted = { readonly case: string; readonly number: string; readonly state: CaseState }

/** What casework stands on. */
export type CaseworkParts = { readonly rules: CountyRules; readonly personal: PersonalData }

/**
 * Acknowledges a request: from here on nothing of it is lost. Data is gathered afterwards.
 * Refuses: `casework.matter.unknown`, `casework.applicant.kind`, `casework.form.invalid`, `casework.material.*`,
 * `casework.case.under-way`.
 */
export async function decideSubmission(
  tx: Transaction,
  call: CommandCall,
  { rules, personal }: CaseworkParts,
  submission: Submission,
): Promise<Result<Decision<Submitted>>> {
  const now = call.now.getTime()
  const matter = rules.documentAt('matter', submission.matter, now)
  if (matter === undefined) return refuse('casework.matter.unknown', { matter: submission.matter })
  if (!matter.applicants.includes(submission.kind)) return refuse('casework.applicant.kind', { matter: matter.name })
  const form = formOf(matter.form, rules.documents('field'))
  const faults = checkForm(form, submission.form)
  if (faults.length > 0)
    return refuse('casework.form.invalid', { count: faults.length, fields: faultyFields(form, faults) })
  const applicantHash = hashOf(personal, submission)
  const under = await findUnderWay(tx, call.actor.jurisdiction, { matter: matter.id, applicantHash })
  if (under !== undefined) return refuse('casework.case.under-way', { number: under })
  const id = newCaseId()
  const submitted = submitCase(matter, rules.calendar, { id, supplied: submission.supplied }, now)
  if (!submitted.ok) return submitted
  // Where nobody has to be asked and no rule judges, the case is taken up in the same breath.
  const change = matter.decision ? submitted.value : takeUp(matter, rules.calendar, submitted.value, undefined, now)
  const row = newRow(call, matter, personal, submission, id)
  const contents = { ...emptyContents, applicant: submission.applicant, form: submission.form }
  const recording = {
    ...{ jurisdiction: call.actor.jurisdiction, actor: call.actor, recordedAt: call.now },
    rules,
    personal,
  }
  const inHand = { row, case: change.case, matter, steps: [], obligations: [], contents }
  const { state } = change.case
  const nextAt = state === 'gathering' ? call.now : null
  const { entries, writes } = recordCase(recording, inHand, change, { contents, nextAt })
  return ok({ answer: { case: id, number: row.number, state }, entries: entries.map(byWhom), writes })
}

/** Whoever asks submits; what follows of it by itself, the platform does. */
function byWhom(entry: NewEntry): NewEntry {
  return entry.kind === 'casework.case.submitted' ? entry : { ...entry, actor: { system: 'casework' } }
}

const emptyContents = { brought: {}, given: {}, outputs: {}, grounds: null } as const

/** The hash under which an applicant's cases and looks at their data are both found. */
function hashOf(personal: PersonalData, { kind, applicant: { number } }: Submission): Buffer {
  return hashOfSubject(personal, { kind: kind === 'person' ? 'person' : 'enterprise', number })
}

function newRow(
  call: CommandCall,
  matter: Matter,
  personal: PersonalData,
  submission: Submission,
  id: string,
): CaseRow {
  const { kind, applicant, channel, resident } = submission
  const readers = [matter.authority, ...matter.steps.map(({ unit }) => unit), ...submission.readers]
  return {
    ...{ id, number: newNumber(dateOf(call.now.getTime())), matter: matter.id, matter_version: matter.version },
    ...{
      state: 'gathering',
      applicant_kind: kind,
      channel,
      resident_id: resident,
      taken_by: submission.takenBy ?? null,
      authority: matter.authority,
    },
    applicant_hash: hashOf(personal, submission),
    applicant_label: kind === 'person' ? mask('name', applicant.name) : applicant.name,
    ...{ accepted_at: call.now, submitted_at: call.now, due_at: call.now, ended_at: null, next_at: call.now },
    ...{ materials: {}, steps: {}, outcomes: {}, sealed: Buffer.alloc(0) },
    ...{ trips: 0, trips_saved: 0, papers_saved: 0, minutes_saved: 0 },
    readers: [...new Set(readers)] as OrganisationId[],
    version: 0,
  }
}

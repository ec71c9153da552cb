export { type Acted, type CaseAct, decideAct } from './act-on-case.ts'
export { outcomeSweep } from './carry-out.ts'
export { type CaseRow, type Channel, caseOf, caseStream, channels, type StepRow } from './case-row.ts'
export { findCase, listSteps } from './case-store.ts'
export { openContents } from './contents.ts'
export { asksConsent, type CaseState } from './domain/case.ts'
export type { Applicant, CaseContents, FieldValue, FieldValues } from './domain/contents.ts'
export type { ApplicantKind, Matter } from './domain/matter.ts'
export { mayOrderAnew } from './domain/payment.ts'
export { draftSweep, forgetDraft, readDraft, writeDraft } from './drafts.ts'
export { failedObligation } from './failed-payment.ts'
export { gatherCase, gatherSweep } from './gather.ts'
export { type CaseInHand, findInHand, matterOf } from './in-hand.ts'
export { matterSearch } from './matter-search.ts'
export { caseNotices } from './notice-rules.ts'
export { listOutcomes, listReturned, type OutcomeRow, outcomeStream } from './outcome-store.ts'
export { listPastFacts, type PastFacts } from './past-facts-store.ts'
export { prefillForm } from './prefill.ts'
export {
  countCases,
  listEnterpriseCases,
  listQueue,
  listResidentCases,
  listTaken,
  type QueueRow,
} from './queue-store.ts'
export { accountOf, returnedObligation } from './returned-payment.ts'
export { stepObligation } from './step-work.ts'
export { stillHelps, stillReads } from './still-helps.ts'
export { type CaseworkParts, decideSubmission, type Submission, type Submitted } from './submit.ts'

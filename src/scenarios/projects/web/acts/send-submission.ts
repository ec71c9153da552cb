import type { Sender } from '#platform/web/outbox/send-acts.ts'
import { api } from '../api.ts'

/** A submission as its form makes it; the evidence is brought beside it. */
export type SubmissionInput = { readonly node: string; readonly note: string }

/** Submits a deliverable, at once or from the outbox. */
export const send: Sender = (input: SubmissionInput, { idempotencyKey, evidence }) =>
  api.submit.call({ ...input, evidence: [...evidence] }, { context: { idempotencyKey } })

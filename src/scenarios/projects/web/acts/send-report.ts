import type { Sender } from '#platform/web/outbox/send-acts.ts'
import { api } from '../api.ts'

/** A report as its form makes it; the evidence is brought beside it. */
export type ReportInput = { readonly node: string; readonly progress: number; readonly note: string }

/** Sends a report, at once or from the outbox. */
export const send: Sender = (input: ReportInput, { idempotencyKey, evidence }) =>
  api.report.call({ ...input, evidence: [...evidence] }, { context: { idempotencyKey } })

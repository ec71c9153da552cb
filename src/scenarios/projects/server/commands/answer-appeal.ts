import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import {
  acceptAnswer,
  applyRule,
  findObligation,
  obligationOf,
  onRecord,
  recordOwed,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { type AppealRow, answerAppealRow, findAppeal } from '../appeal-store.ts'
import { mayAnswer } from '../reach.ts'
import { appealEntry, appealObligation, appealStream, recordedBy } from './open-appeal.ts'

/** Answers an objection with reasons; the obligation that it opened is answered with it, and points are taken back by its entry. */
export async function answerAppeal(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly appeal: string; readonly upheld: boolean; readonly reason: string },
): Promise<Result<Decision<{ appeal: string; entry: string }>>> {
  const { jurisdiction } = call.actor
  const appeal = await findAppeal(tx, jurisdiction, input.appeal)
  if (appeal === undefined) return refuse('record.unknown')
  const known = await findObligation(tx, jurisdiction, { subject: appealStream(appeal.id), kind: appealObligation })
  if (known === undefined) throw new Error(`the objection ${appeal.id} has lost its obligation`)
  if (!mayAnswer(call.actor, appeal)) refused('permission.reach', { permission: 'projects.accept' })
  if (appeal.state !== 'open') return refuse('projects.appeal.closed')
  const payload = { upheld: input.upheld, reason: input.reason }
  const ladder = rulesOfObligation(rules, known)
  const now = call.now.getTime()
  const submitted = applyRule(onRecord(known), ladder.ladder, submitAnswer(ladder, obligationOf(known), payload, now))
  if (!submitted.ok) return submitted
  const answered = applyRule(
    submitted.value,
    ladder.ladder,
    acceptAnswer(obligationOf(submitted.value.row), payload, now),
  )
  if (!answered.ok) return answered
  const recorded = recordOwed(recordedBy(call), () => ladder, [answered.value])
  const after: AppealRow = {
    ...appeal,
    state: input.upheld ? 'upheld' : 'rejected',
    answer: input.reason,
    answered_at: call.now,
    version: appeal.version + 1,
  }
  const entry = appealEntry(call, after, 'projects.appeal.answered', { ...payload, contests: appeal.entry_id })
  return ok({
    answer: { appeal: appeal.id, entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [answerAppealRow(jurisdiction, after), ...recorded.writes],
  })
}

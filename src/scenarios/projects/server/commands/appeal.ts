import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  acceptAnswer,
  applyRule,
  findObligation,
  obligationOf,
  onRecord,
  openObligation,
  recordOwed,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { findNode } from '#platform/server/plans/index.ts'
import { type AppealRow, answerAppealRow, findAppeal, insertAppeal, listAppeals } from '../appeal-store.ts'
import { assertMayAccept, assertMayReport } from '../reach.ts'
import { getNode } from './node-in-hand.ts'

/** The kind of the obligation that an objection opens. */
export const appealObligation = 'appeal'

/** Working days in which the lead unit answers an objection. */
export const answerDays = 5

/** Objects to the present lamp of a node: the lead unit owes an answer within five working days. */
export async function appealLamp(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly node: string; readonly reason: string },
): Promise<Result<Decision<{ appeal: string; dueAt: string; entry: string }>>> {
  const { jurisdiction, person, post } = call.actor
  const [found, appeals] = await Promise.all([getNode(tx, call, input.node), listAppeals(tx, jurisdiction, input.node)])
  assertMayReport(call.actor, found)
  const { node, plan } = found
  const open = appeals.find((one) => one.state === 'open' && one.lamp === node.lamp)
  if (open) return refuse('projects.appeal.open', { appealedAt: open.appealed_at.toISOString() })
  const row: AppealRow = {
    ...{ id: v7(), node_id: node.id, lamp: node.lamp, person_id: person, post_id: post, reason: input.reason },
    ...{ state: 'open', answer: null, appealed_at: call.now, answered_at: null, readers: node.readers, version: 1 },
  }
  const now = call.now.getTime()
  const opening = {
    kind: appealObligation,
    subject: appealStream(row.id),
    title: `异议：${node.title}`,
    debtor: { organisation: plan.lead_organisation, person: plan.lead_person },
    lead: plan.lead_organisation,
    dueAt: addWorkingDays(rules.calendar, now, answerDays).at,
    readers: node.readers,
  }
  const owed = openObligation(rulesOfObligation(rules, plan), opening, now)
  const recorded = recordOwed(recordedBy(call), (one) => rulesOfObligation(rules, one), [owed])
  const entry = appealEntry(call, row, 'projects.appeal.made', { lamp: node.lamp, node: node.id, reason: input.reason })
  return ok({
    answer: { appeal: row.id, dueAt: owed.row.due_at.toISOString(), entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [insertAppeal(jurisdiction, row), ...recorded.writes],
  })
}

/** Answers an objection with reasons; the obligation that it opened is answered with it. */
export async function answerAppeal(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly appeal: string; readonly upheld: boolean; readonly reason: string },
): Promise<Result<Decision<{ appeal: string; entry: string }>>> {
  const { jurisdiction } = call.actor
  const appeal = await findAppeal(tx, jurisdiction, input.appeal)
  if (appeal === undefined) return refuse('record.unknown')
  const about = { subject: appealStream(appeal.id), kind: appealObligation }
  const [found, known] = await Promise.all([
    findNode(tx, jurisdiction, appeal.node_id),
    findObligation(tx, jurisdiction, about),
  ])
  if (found === undefined || known === undefined)
    throw new Error(`the objection ${appeal.id} has lost its node or obligation`)
  assertMayAccept(call.actor, found.plan)
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
  const entry = appealEntry(call, after, 'projects.appeal.answered', payload)
  return ok({
    answer: { appeal: appeal.id, entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [answerAppealRow(jurisdiction, after), ...recorded.writes],
  })
}

/** The stream of an objection's story. */
export function appealStream(appeal: string): string {
  return `projects.appeal/${appeal}`
}

function recordedBy(call: CommandCall) {
  return { jurisdiction: call.actor.jurisdiction, actor: call.actor, recordedAt: call.now }
}

function appealEntry(call: CommandCall, row: AppealRow, kind: string, payload: Record<string, string | boolean>) {
  return {
    id: newEntryId(),
    jurisdiction: call.actor.jurisdiction,
    stream: appealStream(row.id),
    version: row.version,
    kind,
    recordedAt: call.now,
    actor: call.actor,
    payload,
    readers: (row.readers as readonly OrganisationId[] | null) ?? undefined,
  }
}

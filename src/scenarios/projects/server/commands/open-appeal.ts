import type { OrganisationId } from '#platform/kernel/ids.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import { openObligation, recordOwed, rulesOfObligation } from '#platform/server/obligations/index.ts'
import type { PlanRow } from '#platform/server/plans/index.ts'
import { type AppealRow, insertAppeal } from '../appeal-store.ts'

/** The kind of the obligation that an objection opens. */
export const appealObligation = 'appeal'

/** Working days in which an objection is answered. */
export const answerDays = 5

/** What an objection answers. */
export type Opened = { readonly appeal: string; readonly dueAt: string; readonly entry: string }

/** What an objection is about. */
export type About = {
  readonly title: string
  readonly plan: Pick<PlanRow, 'ladder' | 'ladder_version' | 'lead_person' | 'lead_organisation'>
  readonly payload: Readonly<Record<string, string | null>>
}

/** Puts an objection on record; its acceptor owes an answer within five working days. */
export function openAppeal(call: CommandCall, rules: CountyRules, row: AppealRow, about: About): Decision<Opened> {
  const { plan } = about
  const now = call.now.getTime()
  const opening = {
    kind: appealObligation,
    subject: appealStream(row.id),
    title: `异议：${about.title}`,
    debtor: {
      organisation: row.acceptor,
      person: row.acceptor === plan.lead_organisation ? plan.lead_person : null,
    },
    lead: row.acceptor,
    dueAt: addWorkingDays(rules.calendar, now, answerDays).at,
    readers: row.readers,
  }
  const owed = openObligation(rulesOfObligation(rules, plan), opening, now)
  const recorded = recordOwed(recordedBy(call), (one) => rulesOfObligation(rules, one), [owed])
  const entry = appealEntry(call, row, 'projects.appeal.made', {
    ...about.payload,
    ...{ lamp: row.lamp, contests: row.entry_id, reason: row.reason },
  })
  return {
    answer: { appeal: row.id, dueAt: owed.row.due_at.toISOString(), entry: entry.id },
    entries: [entry, ...recorded.entries],
    writes: [insertAppeal(call.actor.jurisdiction, row), ...recorded.writes],
  }
}

/** Nobody answers an objection of their own: the lead unit's goes to the first rung that a unit of its own name holds. */
export function acceptorOf(rules: CountyRules, plan: PlanRow, isOfLead: boolean): string {
  if (!isOfLead) return plan.lead_organisation
  const rungs = rules.ladder(plan.ladder, plan.ladder_version).levels.map(({ receiver }) => receiver)
  const next = rungs.find((receiver) => 'organisation' in receiver)
  return next && 'organisation' in next ? next.organisation : plan.lead_organisation
}

/** The stream of an objection's story. */
export function appealStream(appeal: string): string {
  return `projects.appeal/${appeal}`
}

/** Who and when, for what a command records. */
export function recordedBy(call: CommandCall) {
  return { jurisdiction: call.actor.jurisdiction, actor: call.actor, recordedAt: call.now }
}

/** An entry in the story of an objection. */
export function appealEntry(
  call: CommandCall,
  row: AppealRow,
  kind: string,
  payload: Record<string, string | boolean | null>,
) {
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

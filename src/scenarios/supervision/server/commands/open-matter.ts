import { v7 } from 'uuid'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findOrganisation } from '#platform/server/identity/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  after,
  type ObligationRules,
  type Owed,
  openObligation,
  recordOwed,
} from '#platform/server/obligations/index.ts'
import { dutyEntry, recordedBy } from '../duty-in-hand.ts'
import { type DutyRow, insertDuties } from '../duty-store.ts'
import { insertMatter, type MatterRow } from '../matter-store.ts'
import { assertReach, mayOpenFor } from '../reach.ts'
import { dutyObligation, dutyStream, matterStream } from '../streams.ts'

/** A matter as it is given. */
export type MatterInput = {
  readonly title: string
  readonly content: string
  readonly source: 'meeting' | 'instruction'
  readonly sourceTitle: string
  readonly urgency: 'standard' | 'urgent'
  readonly complainant?: string | undefined
  readonly lead: string
  readonly parts: readonly string[]
  readonly dueAt: string
}

/** What opening a matter answers. */
export type Opened = { readonly matter: string; readonly duties: string[]; readonly entry: string }

/** Opens a matter: one duty for each unit, the lead's summing the others up; each unit's clock begins now. */
export async function openMatter(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: MatterInput,
): Promise<Result<Decision<Opened>>> {
  const units = [input.lead, ...input.parts]
  if (new Set(units).size < units.length) return refuse('supervision.matter.unit-twice')
  if (input.complainant && input.title.includes(input.complainant))
    return refuse('supervision.matter.names-complainant')
  if (Date.parse(input.dueAt) <= call.now.getTime()) return refuse('supervision.matter.due-past')
  const found = await Promise.all(units.map((unit) => findOrganisation(tx, call.actor.jurisdiction, unit)))
  const unknown = units.find((_, index) => found[index] === undefined)
  if (unknown !== undefined) return refuse('supervision.matter.unit-unknown', { unit: unknown })
  assertReach(
    units.every((unit) => mayOpenFor(call.actor, unit)),
    'supervision.open',
  )
  return ok(decide(call, rules, matterRow(call, rules, input), units))
}

function decide(call: CommandCall, rules: CountyRules, matter: MatterRow, units: readonly string[]): Decision<Opened> {
  const { jurisdiction } = call.actor
  const ladder: ObligationRules = {
    calendar: rules.calendar,
    ladder: rules.ladderAt(matter.urgency, call.now.getTime()),
  }
  const opened = units.map((unit) => openDuty(call, rules, ladder, matter, unit))
  const recorded = recordOwed(
    recordedBy(call),
    () => ladder,
    opened.map(({ owed }) => owed),
  )
  const entry = {
    ...{ id: newEntryId(), ...recordedBy(call), stream: matterStream(matter.id), version: 1 },
    kind: 'supervision.matter.opened',
    payload: {
      ...{ title: matter.title, content: matter.content, source: matter.source, sourceTitle: matter.source_title },
      ...{ urgency: matter.urgency, lead: matter.lead_organisation, units: [...units], rule: matter.duty_rule },
      ...{ dueAt: matter.due_at.toISOString(), complainant: matter.complainant !== null },
    },
  }
  return {
    answer: { matter: matter.id, duties: opened.map(({ duty }) => duty.id), entry: entry.id },
    entries: [entry, ...opened.map(({ entry: one }) => one), ...recorded.entries],
    writes: [
      insertMatter(jurisdiction, matter),
      ...recorded.writes,
      insertDuties(
        jurisdiction,
        opened.map(({ duty }) => duty),
      ),
    ],
  }
}

function openDuty(call: CommandCall, rules: CountyRules, ladder: ObligationRules, matter: MatterRow, unit: string) {
  const now = call.now.getTime()
  const id = v7()
  const isLead = unit === matter.lead_organisation
  const owed: Owed = openObligation(
    ladder,
    {
      kind: dutyObligation,
      subject: dutyStream(id),
      title: matter.title,
      debtor: { organisation: unit, person: null },
      lead: matter.lead_organisation,
      dueAt: matter.due_at.getTime(),
      readers: null,
    },
    now,
  )
  const rule = rules.dutyRule(now)
  const limit = rule.acknowledge[matter.urgency === 'urgent' ? 'urgent' : 'standard']
  const duty: DutyRow = {
    ...{ id, matter_id: matter.id, obligation_id: owed.row.id, part: isLead ? 'lead' : 'part' },
    ...{ acceptor: isLead ? matter.opener_organisation : matter.lead_organisation, version: 1 },
    ...{
      acknowledge_by: new Date(after(rules.calendar, now, limit) - 1),
      acknowledged_at: null,
      acknowledged_by: null,
    },
    ...{ unacknowledged_at: null, reminders: 0, reminded_at: null, extensions: 0 },
  }
  const entry = dutyEntry(call, { duty, obligation: owed.row, matter }, 'supervision.duty.given', {
    part: duty.part,
    acknowledgeBy: duty.acknowledge_by.toISOString(),
  })
  return { duty, owed, entry }
}

function matterRow(call: CommandCall, rules: CountyRules, input: MatterInput): MatterRow {
  const rule = rules.dutyRule(call.now.getTime())
  return {
    ...{ id: v7(), title: input.title, content: input.content, source: input.source, source_title: input.sourceTitle },
    ...{ urgency: input.urgency, complainant: input.complainant || null, lead_organisation: input.lead },
    ...{ opener_organisation: call.actor.organisation, opener_person: call.actor.person, opener_post: call.actor.post },
    ...{ opened_at: call.now, due_at: new Date(input.dueAt), duty_rule: `${rule.id}@${rule.version}` },
    ...{ withdrawn_at: null, withdrawn_reason: null, version: 1 },
  }
}

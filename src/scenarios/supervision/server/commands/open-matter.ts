import { v7 } from 'uuid'
import { hideName } from '#platform/kernel/mask.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames, findOrganisation } from '#platform/server/identity/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  after,
  type ObligationRules,
  type Owed,
  openObligation,
  recordOwed,
} from '#platform/server/obligations/index.ts'
import { keepPersonal } from '#platform/server/personal/index.ts'
import { dutyEntry, recordedBy } from '../duty-in-hand.ts'
import { type DutyRow, insertDuties } from '../duty-store.ts'
import { insertMatter, type MatterRow } from '../matter-store.ts'
import { assertReach, mayOpenFor } from '../reach.ts'
import { type Confidence, labelOf, readersOf } from '../readers.ts'
import { complainantField, dutyObligation, dutyStream, matterStream } from '../streams.ts'

/** A matter as it is given. */
export type MatterInput = {
  readonly title: string
  readonly content: string
  readonly source: 'meeting' | 'instruction'
  readonly sourceTitle: string
  readonly urgency: 'standard' | 'urgent'
  readonly complainant?: string | undefined
  readonly confidential?: Confidence | undefined
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
  if (namesComplainant(input)) return refuse('supervision.matter.names-complainant')
  if (Date.parse(input.dueAt) <= call.now.getTime()) return refuse('supervision.matter.due-past')
  const found = await Promise.all(units.map((unit) => findOrganisation(tx, call.actor.jurisdiction, unit)))
  const unknown = units.find((_, index) => found[index]?.ended !== false)
  if (unknown !== undefined) return refuse('supervision.matter.unit-unknown', { unit: unknown })
  const stray = await strangerTo(tx, call, input.confidential?.also ?? [])
  if (stray !== undefined) return refuse('supervision.matter.reader-unknown', { reader: stray })
  assertReach(
    units.every((unit) => mayOpenFor(call.actor, unit)),
    'supervision.open',
  )
  return ok(decide(call, rules, matterRow(call, rules, input, units), units, input.complainant))
}

/** The first of some readers that is neither a unit nor a post of the county. */
async function strangerTo(tx: Transaction, call: CommandCall, also: readonly string[]): Promise<string | undefined> {
  if (also.length === 0) return undefined
  const names = await findNames(tx, call.actor.jurisdiction, { organisations: also, posts: also })
  return also.find((one) => names.organisation(one) === one && names.post(one) === one)
}

function decide(
  call: CommandCall,
  rules: CountyRules,
  matter: MatterRow,
  units: readonly string[],
  complainant: string | undefined,
): Decision<Opened> {
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
      ...{ dueAt: matter.due_at.toISOString(), complainant: matter.has_complainant },
    },
    readers: labelOf(matter),
  }
  const kept = complainant ? [keepComplainant(call, matter, complainant)] : []
  return {
    answer: { matter: matter.id, duties: opened.map(({ duty }) => duty.id), entry: entry.id },
    entries: [entry, ...opened.map(({ entry: one }) => one), ...recorded.entries, ...kept.map((one) => one.entry)],
    writes: [
      insertMatter(jurisdiction, matter),
      ...recorded.writes,
      insertDuties(
        jurisdiction,
        opened.map(({ duty }) => duty),
        matter.readers,
      ),
      ...kept.map((one) => one.write),
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
      readers: matter.readers,
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

function matterRow(call: CommandCall, rules: CountyRules, input: MatterInput, units: readonly string[]): MatterRow {
  const { actor, now } = call
  const rule = rules.dutyRule(now.getTime())
  const readers = readersOf(input.confidential, {
    ...{ units, opener: actor, offices: rule.offices, ladder: rules.ladderAt(input.urgency, now.getTime()) },
  })
  const content = hideName(input.content, input.complainant ?? null)
  return {
    ...{ id: v7(), title: input.title, content, source: input.source, source_title: input.sourceTitle },
    ...{ urgency: input.urgency, has_complainant: Boolean(input.complainant), lead_organisation: input.lead },
    ...{ opener_organisation: call.actor.organisation, opener_person: call.actor.person, opener_post: call.actor.post },
    ...{ opened_at: call.now, due_at: new Date(input.dueAt), duty_rule: `${rule.id}@${rule.version}` },
    ...{ withdrawn_at: null, withdrawn_reason: null, readers, version: 1 },
  }
}

function namesComplainant({ complainant, title, sourceTitle }: MatterInput): boolean {
  return [title, sourceTitle].some((text) => hideName(text, complainant ?? null) !== text)
}

function keepComplainant(call: CommandCall, { id, readers }: MatterRow, value: string) {
  return keepPersonal(call, { subject: matterStream(id), field: complainantField, value, readers })
}

import { v7 } from 'uuid'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Result } from '#platform/kernel/result.ts'
import { ok } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { EntryActor, NewEntry } from '#platform/server/journal/index.ts'
import { clocksFor } from './clock.ts'
import { startClocks } from './clock-store.ts'
import type { Ladder } from './domain/ladder.ts'
import { nextClimbAt, type ObligationChange, type ObligationEvent, type ObligationRules } from './domain/obligation.ts'
import { obligationEntries } from './entries.ts'
import { type ObligationRow, obligationOf } from './obligation-row.ts'
import { insertObligations, saveObligations } from './obligation-store.ts'

/** An obligation in the hands of a command: as it stands now, what happened to it, and whether the command opened it. */
export type Owed = { readonly row: ObligationRow; readonly events: readonly ObligationEvent[]; readonly isNew: boolean }

/** What an obligation is opened with. */
export type Opening = {
  readonly kind: string
  /** The stream of the thing that it is about. */
  readonly subject: string
  readonly title: string
  readonly debtor: { readonly organisation: string; readonly person: string | null }
  /** Who accepts the answer. */
  readonly lead: string
  readonly dueAt: Instant
  readonly readers: readonly string[] | null
}

/** Opens an obligation at an instant under a ladder and calendar. */
export function openObligation(rules: ObligationRules, opening: Opening, at: Instant): Owed {
  const row: ObligationRow = {
    id: v7(),
    kind: opening.kind,
    subject: opening.subject,
    title: opening.title,
    debtor_organisation: opening.debtor.organisation,
    debtor_person: opening.debtor.person,
    lead_organisation: opening.lead,
    state: 'open',
    opened_at: new Date(at),
    due_at: new Date(opening.dueAt),
    ladder: rules.ladder.id,
    ladder_version: rules.ladder.version,
    calendar_version: rules.calendar.version,
    level: 0,
    level_at: null,
    paused_at: null,
    holder_organisation: null,
    changed_at: new Date(at),
    readers: opening.readers,
    version: 1,
    ...{ clock_id: null, clock_shared: false, climbs: 0, own_version: 0, told: [] },
  }
  const payload = {
    kind: opening.kind,
    subject: opening.subject,
    title: opening.title,
    debtor: opening.debtor,
    lead: opening.lead,
    dueAt: row.due_at.toISOString(),
    ladder: { id: row.ladder, version: row.ladder_version },
    calendar: row.calendar_version,
  }
  return { row, events: [{ kind: 'obligations.obligation.opened', at, payload }], isNew: true }
}

/** An obligation that is on record, untouched so far. */
export function onRecord(row: ObligationRow): Owed {
  return { row, events: [], isNew: false }
}

/** Applies a rule to an obligation in hand. */
export function applyRule(owed: Owed, ladder: Ladder, rule: Result<ObligationChange>): Result<Owed> {
  if (!rule.ok) return rule
  const { obligation, events } = rule.value
  const receiver = ladder.levels[obligation.level - 1]?.receiver
  const holder = receiver && ('relation' in receiver ? owed.row.lead_organisation : receiver.organisation)
  const row: ObligationRow = {
    ...owed.row,
    state: obligation.state,
    due_at: new Date(obligation.dueAt),
    debtor_organisation: obligation.debtor.organisation,
    debtor_person: obligation.debtor.person,
    paused_at: obligation.pausedAt === null ? null : new Date(obligation.pausedAt),
    level: obligation.level,
    level_at: obligation.levelAt === null ? null : new Date(obligation.levelAt),
    holder_organisation: holder ?? null,
    changed_at: new Date(obligation.changedAt),
    version: obligation.version,
  }
  return ok({ ...owed, row, events: [...owed.events, ...events] })
}

/**
 * The statements and entries that put obligations in hand on record, each with the clock that it runs by from now on. One that nothing
 * happened to is saved all the same: its next instant may have been reckoned by another calendar.
 */
export function recordOwed(
  recorded: { readonly jurisdiction: JurisdictionId; readonly actor: EntryActor; readonly recordedAt: Date },
  rulesOf: (row: ObligationRow) => ObligationRules,
  all: readonly Owed[],
): { readonly writes: readonly Statement[]; readonly entries: readonly NewEntry[] } {
  const { jurisdiction, recordedAt } = recorded
  const saved = all.map(({ row, isNew }) => {
    const clocks = clocksFor(jurisdiction, row, nextClimbAt(rulesOf(row), obligationOf(row)), recordedAt)
    return { row, isNew, clocks }
  })
  const started = saved.flatMap(({ clocks }) => (clocks ? [clocks.joins ?? clocks.own] : []))
  const [fresh, known] = [saved.filter(({ isNew }) => isNew), saved.filter(({ isNew }) => !isNew)]
  return {
    writes: [
      ...(started.length > 0 ? [startClocks(jurisdiction, started)] : []),
      ...(fresh.length > 0 ? [insertObligations(jurisdiction, fresh)] : []),
      ...(known.length > 0 ? [saveObligations(jurisdiction, known)] : []),
    ],
    entries: all.flatMap(({ row, events }) => obligationEntries(recorded, row, events, row.version)),
  }
}

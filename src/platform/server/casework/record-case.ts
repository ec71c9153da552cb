import { v7 } from 'uuid'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import { attachFiles } from '#platform/server/files/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import { recordOwed, rulesOfObligation } from '#platform/server/obligations/index.ts'
import { aboutCase } from './about-case.ts'
import { caseStream, rowAfter } from './case-row.ts'
import { insertCase, saveCase, saveSteps, setNext } from './case-store.ts'
import { sealContents } from './contents.ts'
import type { CaseChange, CaseEvent } from './domain/case.ts'
import type { CaseContents } from './domain/contents.ts'
import type { CaseInHand } from './in-hand.ts'
import { insertOutcomes } from './outcome-store.ts'
import type { Recording } from './recording.ts'
import { savingsOf } from './savings.ts'
import { followSteps } from './step-work.ts'

/** What a case comes to beside its change: what it now says, and when data is to be asked for again. */
export type After = { readonly contents?: CaseContents | undefined; readonly nextAt?: Date | null | undefined }

/** The entries and statements that put a change of a case on record, with its steps, what is owed for them, and its outcomes. */
export function recordCase(
  recording: Recording,
  inHand: CaseInHand,
  change: CaseChange,
  after: After = {},
): { readonly entries: readonly NewEntry[]; readonly writes: readonly Statement[] } {
  const { jurisdiction, rules, personal } = recording
  const row = {
    ...rowAfter(inHand.row, change.case),
    ...savingsOf(inHand.matter, inHand.row.channel, change.case),
    next_at: after.nextAt === undefined ? inHand.row.next_at : after.nextAt,
    sealed: after.contents ? sealContents(personal, inHand.row.id, after.contents) : inHand.row.sealed,
  }
  if (change.events.length === 0) return { entries: [], writes: [setNext(jurisdiction, row.id, row.next_at)] }
  const worked = followSteps(recording, inHand, change)
  const owed = recordOwed(recording, (one) => rulesOfObligation(rules, one), worked.owed)
  const files = filesOf(inHand, change)
  const given = change.events.filter(({ kind }) => kind === 'casework.case.outcome-given')
  return {
    entries: [
      ...change.events.map((event, index) => entryOf(recording, inHand, change, event, index)),
      ...owed.entries,
    ],
    writes: [
      inHand.row.version === 0 ? insertCase(jurisdiction, row) : saveCase(jurisdiction, row),
      ...owed.writes,
      ...(worked.steps.length > 0
        ? [
            saveSteps(
              jurisdiction,
              worked.steps.map((step) => ({ ...step, readers: row.readers })),
            ),
          ]
        : []),
      ...(given.length > 0 ? [insertOutcomes(jurisdiction, inHand, given)] : []),
      ...(files.length > 0 ? [attachFiles(jurisdiction, files, { readers: row.readers, to: caseStream(row.id) })] : []),
    ],
  }
}

/** The files that a change brought: whoever may read the case may read them from now on. */
function filesOf({ row }: CaseInHand, { case: of, events }: CaseChange): readonly string[] {
  if (row.version === 0) return Object.values(of.materials).flatMap(({ files = [] }) => files)
  return events.flatMap(({ payload }) => (Array.isArray(payload.files) ? (payload.files as string[]) : []))
}

function entryOf(
  { jurisdiction, actor, recordedAt }: Recording,
  inHand: CaseInHand,
  change: CaseChange,
  event: CaseEvent,
  index: number,
): NewEntry {
  const { row } = inHand
  return {
    ...{ id: newEntryId(), jurisdiction, actor, recordedAt, stream: caseStream(row.id), kind: event.kind },
    version: change.case.version - change.events.length + 1 + index,
    at: new Date(event.at),
    rule: event.rule,
    payload: { ...event.payload, about: aboutCase(inHand) } as JsonObject,
    readers: row.readers as readonly OrganisationId[],
  }
}

/** A fresh id for a case or step. */
export function newCaseId(): string {
  return v7()
}

import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import { type EntryActor, type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import type { ObligationEvent } from './domain/obligation.ts'
import type { ObligationRow } from './obligation-row.ts'

/** The stream of an obligation's story. */
export function obligationStream(id: string): string {
  return `obligations.obligation/${id}`
}

/** The entries of what happened to an obligation, the last of them at `version`. */
export function obligationEntries(
  recorded: { readonly jurisdiction: JurisdictionId; readonly actor: EntryActor; readonly recordedAt: Date },
  row: ObligationRow,
  events: readonly ObligationEvent[],
  version: number,
): readonly NewEntry[] {
  return events.map((event, index) => {
    const { rule, ruleVersion } = event.payload
    const climbed = event.kind === 'obligations.obligation.climbed'
    return {
      id: newEntryId(),
      jurisdiction: recorded.jurisdiction,
      stream: obligationStream(row.id),
      version: version - events.length + 1 + index,
      kind: event.kind,
      at: new Date(event.at),
      recordedAt: recorded.recordedAt,
      actor: climbed ? { system: 'clock' } : recorded.actor,
      rule:
        typeof rule === 'string' && typeof ruleVersion === 'string' ? { id: rule, version: ruleVersion } : undefined,
      payload: { ...event.payload, ...(!isOpening(event) && { about: aboutOf(row) }) } as JsonObject,
      readers: (row.readers as readonly OrganisationId[] | null) ?? undefined,
    }
  })
}

const isOpening = ({ kind }: ObligationEvent) => kind === 'obligations.obligation.opened'

/** What the obligation is, in every entry after the first: whoever reads one alone knows whom it concerns. */
function aboutOf(row: ObligationRow): JsonObject {
  return {
    kind: row.kind,
    subject: row.subject,
    title: row.title,
    debtor: { organisation: row.debtor_organisation, person: row.debtor_person },
    lead: row.lead_organisation,
    dueAt: row.due_at.toISOString(),
  }
}

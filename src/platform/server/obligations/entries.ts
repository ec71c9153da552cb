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
  row: Pick<ObligationRow, 'id' | 'readers'>,
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
      payload: event.payload as JsonObject,
      readers: (row.readers as readonly OrganisationId[] | null) ?? undefined,
    }
  })
}

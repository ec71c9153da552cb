import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { EntryActor } from '#platform/server/journal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'

/** Who decided, when, and by which rules it is put on record. */
export type Recording = {
  readonly jurisdiction: JurisdictionId
  readonly actor: EntryActor
  readonly recordedAt: Date
  readonly rules: CountyRules
  readonly personal: PersonalData
}

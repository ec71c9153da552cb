import { readerOf } from '#platform/kernel/actor.ts'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'

/** The stream of a resident's place in the register, and that of their sign-ins. Both are the resident's own to read. */
export const streams = {
  resident: (resident: PersonId) => `residents.resident/${resident}`,
  access: (resident: PersonId) => `residents.access/${resident}`,
} as const

/** Something that happened to a resident. Never a phone, a number, a code. */
export type Happening = Pick<NewEntry, 'kind' | 'payload' | 'actor'>

/** The happening as the next entry of the register's story. */
export function registerEntry(
  place: {
    readonly jurisdiction: JurisdictionId
    readonly resident: PersonId
    readonly version: number
    readonly now: Date
  },
  happening: Happening,
): NewEntry {
  const { jurisdiction, resident, version, now } = place
  const readers = [readerOf(resident)]
  return { ...happening, jurisdiction, stream: streams.resident(resident), version, recordedAt: now, readers }
}

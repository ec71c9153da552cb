import type { PersonId } from '#platform/kernel/ids.ts'
import { appendEntries, type NewEntry } from '#platform/server/journal/index.ts'
import { findJurisdiction } from '../jurisdiction-store.ts'
import { listStreamsBegun } from '../stream-store.ts'
import { openWithoutPassword } from './credential-store.ts'
import type { SignInParts } from './parts.ts'

const together = 500

/**
 * Records of people of a demonstration county that they have signed in on the phone: an account without a password, with which
 * nobody gets in before it is activated, and an entry that says that the demonstration made it. Again it changes nothing. Throws where
 * the county is not a demonstration.
 */
export async function recordPhones(parts: SignInParts, people: readonly PersonId[]): Promise<void> {
  const { database, credentials, jurisdiction, clock } = parts
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  if (!county?.demo) throw new Error(`${jurisdiction} is no demonstration: its people sign in themselves`)
  const recordedAt = clock.now()
  for (let from = 0; from < people.length; from += together) {
    const some = people.slice(from, from + together)
    await database.asSystem(jurisdiction, async (tx) => {
      const begun = new Set(await listStreamsBegun(tx, jurisdiction, some.map(streamOf)))
      const entries = some
        .filter((person) => !begun.has(streamOf(person)))
        .map((person) => ({
          ...{ jurisdiction, stream: streamOf(person), version: 1, kind: 'identity.account.opened', recordedAt },
          ...{ actor: { system: 'demo' }, payload: { onPhone: true, demonstration: true }, readers: [] },
        }))
      if (entries.length > 0) await appendEntries(tx, entries satisfies NewEntry[])
    })
    await credentials.asSystem(jurisdiction, (tx) => openWithoutPassword(tx, jurisdiction, some, recordedAt))
  }
}

function streamOf(person: PersonId): string {
  return `identity.account/${person}`
}

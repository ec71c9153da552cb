import type { PersonId } from '#platform/kernel/ids.ts'
import { ok } from '#platform/kernel/result.ts'
import { appendEntries, type NewEntry, refuseMoved } from '#platform/server/journal/index.ts'
import { findStreamVersion } from '../stream-store.ts'
import type { SignInParts } from './parts.ts'

/** What happened to an account: an entry without its stream and version. Never a password, a code or a token. */
export type AccountEvent = Pick<NewEntry, 'kind' | 'payload' | 'actor'>

/** What acted where nobody is known to have: a failed sign-in is not the person's own act. */
export const doorkeeper = { system: 'sign-in' } as const

const attempts = 8

/**
 * Writes what happened to a person's account into the record, under the stream `identity.account/<person>`, which only the system
 * and the audit administrator read.
 */
export async function recordAccount(
  parts: SignInParts,
  person: PersonId,
  ...events: readonly AccountEvent[]
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const written = await refuseMoved(append(parts, `identity.account/${person}`, events))
    if (written.ok) return
  }
  throw new Error(`the stream of account ${person} kept moving`)
}

function append({ database, jurisdiction, clock }: SignInParts, stream: string, events: readonly AccountEvent[]) {
  return database.asSystem(jurisdiction, async (tx) => {
    const version = await findStreamVersion(tx, jurisdiction, stream)
    const recordedAt = clock.now()
    const entries = events.map((event, index): NewEntry => {
      return { ...event, jurisdiction, stream, version: version + index + 1, recordedAt, readers: [] }
    })
    return ok(await appendEntries(tx, entries))
  })
}

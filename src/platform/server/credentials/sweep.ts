import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import { findNextEnd, leaseEnded, setEnded } from './credential-store.ts'
import { type CredentialParts, credentialStream } from './parts.ts'

type SweepParts = Pick<CredentialParts, 'jurisdiction'> & { readonly database: Database }

/** Puts on record that the validity of credentials has ended, as of the instant at which it did. */
export function credentialSweep({ database, jurisdiction }: SweepParts) {
  return {
    name: 'credentials.ended',
    once: (now: Date, limit: number) =>
      database.asSystem(jurisdiction, async (tx) => {
        const ended = await leaseEnded(tx, jurisdiction, now, limit)
        if (ended.length === 0) return 0
        await appendEntries(
          tx,
          ended.map((row) => ({
            ...{ jurisdiction, stream: credentialStream(row.id), version: row.version + 1, recordedAt: now },
            ...{ kind: 'credentials.credential.expired', at: row.valid_until ?? now, actor: { system: 'clock' } },
            payload: { type: row.type_id, number: row.number },
            readers: row.readers as readonly OrganisationId[],
          })),
        )
        const ids = ended.map(({ id }) => id)
        await setEnded(tx, jurisdiction, ids, now)
        return ended.length
      }),
    oldestDue: () => database.asSystem(jurisdiction, (tx) => findNextEnd(tx, jurisdiction)),
  }
}

import type { OrganisationId } from '#platform/kernel/ids.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { findNextEnd, leaseEnded, setEnded } from './credential-store.ts'
import { credentialStream } from './parts.ts'

/** Puts on record that the validity of credentials has ended, as of the instant at which it did. */
export function credentialSweep({ database, jurisdiction }: Pick<Services, 'database' | 'jurisdiction'>): Sweep {
  return {
    name: 'credentials.ended',
    once: (now, limit) =>
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

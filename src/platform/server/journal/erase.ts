import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendEntries } from './append.ts'
import { type EntryActor, type EntryId, newEntryId } from './entry.ts'
import { erasePayloads } from './erase-store.ts'

/** The kind of the entry that orders payloads erased; `verify` reads it to tell lawful erasure from a missing payload. */
export const erasedKind = 'journal.payloads.erased'

/** An order to erase payloads. */
export type Erasure = {
  readonly jurisdiction: JurisdictionId
  readonly entries: readonly EntryId[]
  /** The law that orders it, as 个人信息保护法第四十七条. */
  readonly legalBasis: string
  readonly reason: string
  readonly actor: EntryActor
  readonly now: Date
}

/**
 * Erases the payloads of entries for good and puts the order itself on record; the entries and their proofs remain.
 * Gives the number of payloads that were there to be erased.
 */
export async function erase(tx: Transaction, erasure: Erasure): Promise<number> {
  const { jurisdiction, entries, legalBasis, reason, actor, now } = erasure
  const id = newEntryId()
  await appendEntries(tx, [
    {
      id,
      jurisdiction,
      stream: `journal.erasure/${id}`,
      version: 1,
      kind: erasedKind,
      recordedAt: now,
      actor,
      payload: { entries: [...entries], legalBasis, reason },
    },
  ])
  return await erasePayloads(tx, jurisdiction, id)
}

import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendEntries, type EntryActor, newEntryId } from '#platform/server/journal/index.ts'
import { personalStream } from './keep.ts'
import { eraseValue, listPersonal } from './value-store.ts'

/** An order to erase what is kept of somebody. */
export type PersonalErasure = {
  readonly jurisdiction: JurisdictionId
  readonly subject: string
  /** The law that orders it, as 个人信息保护法第四十七条. */
  readonly legalBasis: string
  readonly actor: EntryActor
  readonly now: Date
}

/** Erases every value kept for a thing and puts that on record; gives how many there were. Who looked stays on record. */
export async function erasePersonal(tx: Transaction, order: PersonalErasure): Promise<number> {
  const { jurisdiction, subject, legalBasis, actor, now } = order
  const kept = (await listPersonal(tx, jurisdiction, [subject])).filter(({ erased_at }) => erased_at === null)
  if (kept.length === 0) return 0
  await appendEntries(
    tx,
    kept.map(({ field, version, readers }) => ({
      ...{ id: newEntryId(), jurisdiction, stream: personalStream(subject, field), version: version + 1 },
      ...{ kind: 'personal.value.erased', recordedAt: now, actor, payload: { subject, field, legalBasis } },
      readers: (readers as readonly OrganisationId[] | null) ?? undefined,
    })),
  )
  for (const row of kept) await eraseValue(tx, jurisdiction, row, now)
  return kept.length
}

import type { Transaction } from '#platform/server/database/index.ts'
import type { EntryId } from './entry.ts'

/** Deletes the payloads that the order lists; the application may do it by this function alone. */
export async function erasePayloads(tx: Transaction, jurisdiction: string, order: EntryId): Promise<number> {
  const [row] = await tx.query<{ erased: bigint }>('select journal.erase($1, $2) as erased', [jurisdiction, order])
  return Number(row?.erased ?? 0)
}

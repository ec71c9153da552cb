import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryRow, entryColumns, type SealedEntry, sealedEntryOf } from './entry-row.ts'

/** An entry as a story tells it: sealed or not yet. */
export type StoryEntry = Omit<SealedEntry, 'position'> & { readonly position: number | undefined }

/** The entries of streams in the order in which they took effect, those that the transaction may see. */
export async function listStories(
  tx: Transaction,
  jurisdiction: string,
  streams: readonly string[],
): Promise<StoryEntry[]> {
  const rows = await tx.prepared<EntryRow & { readonly position: bigint | null; readonly body: JsonObject | null }>(
    'journal.list-stories',
    `select ${entryColumns}, l.position, p.body from journal.entry e
      left join journal.leaf l on l.jurisdiction_id = e.jurisdiction_id and l.entry_id = e.id
      left join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
      where e.jurisdiction_id = $1 and e.stream = any($2) order by e.at, e.recorded_at, e.stream, e.version`,
    [jurisdiction, streams],
  )
  return rows.map((row) => ({
    ...sealedEntryOf({ ...row, position: row.position ?? 0n }),
    position: row.position === null ? undefined : Number(row.position),
  }))
}

/** The last entry of a kind in a stream, sealed or not. */
export async function findLastEntry(
  tx: Transaction,
  jurisdiction: string,
  stream: string,
  kind: string,
): Promise<string | undefined> {
  const [row] = await tx.prepared<{ readonly id: string }>(
    'journal.find-last-entry',
    `select e.id from journal.entry e where e.jurisdiction_id = $1 and e.stream = $2 and e.kind = $3
      order by e.version desc limit 1`,
    [jurisdiction, stream, kind],
  )
  return row?.id
}

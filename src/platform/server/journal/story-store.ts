import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryRow, entryColumns, type SealedEntry, sealedEntryOf } from './entry-row.ts'
import { unfold } from './unfold.ts'

/** An entry as a story tells it: sealed or not yet. */
export type StoryEntry = Omit<SealedEntry, 'position'> & { readonly position: number | undefined }

/**
 * The entries of streams in the order in which they took effect, those that the transaction may see. `told` are entries that tell of
 * many things together: what they tell of these streams comes with the rest.
 */
export async function listStories(
  tx: Transaction,
  jurisdiction: string,
  streams: readonly string[],
  told: readonly string[] = [],
): Promise<StoryEntry[]> {
  const rows = await tx.prepared<EntryRow & { readonly position: bigint | null; readonly body: JsonObject | null }>(
    'journal.list-stories',
    `select ${entryColumns}, l.position, p.body from journal.entry e
      left join journal.leaf l on l.jurisdiction_id = e.jurisdiction_id and l.entry_id = e.id
      left join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
      where e.jurisdiction_id = $1 and (e.stream = any($2) or e.id = any($3::uuid[])) order by e.at, e.recorded_at, e.stream, e.version`,
    [jurisdiction, streams, told],
  )
  const entries = rows.map((row) => ({
    ...sealedEntryOf({ ...row, position: row.position ?? 0n }),
    position: row.position === null ? undefined : Number(row.position),
  }))
  if (told.length === 0) return entries
  return (await unfold<StoryEntry>(tx, jurisdiction, entries, new Set(streams))).sort(inOrder)
}

function inOrder(one: StoryEntry, other: StoryEntry): number {
  return (
    one.at.getTime() - other.at.getTime() ||
    one.recordedAt.getTime() - other.recordedAt.getTime() ||
    (one.stream === other.stream ? one.version - other.version : one.stream < other.stream ? -1 : 1)
  )
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

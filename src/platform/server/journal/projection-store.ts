import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryRow, entryColumns, type SealedEntry, sealedEntryOf } from './entry-row.ts'
import { unfold } from './unfold.ts'

type Named = { readonly name: string; readonly version: number }

/** Where a projection stands, its row locked, and how many entries are sealed. A new one stands at 0 of version 0. */
export async function lockCursor(
  tx: Transaction,
  jurisdiction: string,
  { name }: Named,
  ifTaken: 'wait' | 'skip',
): Promise<{ readonly version: number; readonly position: number; readonly size: number } | undefined> {
  const [, [cursor], [tree]] = await Promise.all([
    tx.query(
      `insert into journal.projection (jurisdiction_id, name, version, position) values ($1, $2, 0, 0)
       on conflict (jurisdiction_id, name) do nothing`,
      [jurisdiction, name],
    ),
    tx.query<{ version: number; position: bigint }>(
      `select version, position from journal.projection where jurisdiction_id = $1 and name = $2
       for update ${ifTaken === 'skip' ? 'skip locked' : ''}`,
      [jurisdiction, name],
    ),
    tx.query<{ size: bigint }>('select size from journal.tree where jurisdiction_id = $1', [jurisdiction]),
  ])
  return cursor && { version: cursor.version, position: Number(cursor.position), size: Number(tree?.size ?? 0) }
}

/** Where every projection stands and how many entries are sealed, read without a lock: most looks find nothing to do. */
export async function readCursors(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly size: number; readonly cursors: ReadonlyMap<string, { version: number; position: number }> }> {
  const [[tree], rows] = await Promise.all([
    tx.query<{ size: bigint }>('select size from journal.tree where jurisdiction_id = $1', [jurisdiction]),
    tx.query<{ name: string; version: number; position: bigint }>(
      'select name, version, position from journal.projection where jurisdiction_id = $1',
      [jurisdiction],
    ),
  ])
  const cursors = rows.map((row) => [row.name, { version: row.version, position: Number(row.position) }] as const)
  return { size: Number(tree?.size ?? 0), cursors: new Map(cursors) }
}

/** Sealed entries from one position up to and without another, payloads with them; what is told together, one by one. */
export async function listSealed(
  tx: Transaction,
  jurisdiction: string,
  from: number,
  upTo: number,
  kinds?: readonly string[],
): Promise<SealedEntry[]> {
  const rows = await tx.query<EntryRow & { position: bigint; body: JsonObject | null }>(
    `select l.position, ${entryColumns}, p.body
     from journal.leaf l
     join journal.entry e on e.jurisdiction_id = l.jurisdiction_id and e.id = l.entry_id
     left join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
     where l.jurisdiction_id = $1 and l.position >= $2 and l.position < $3 and ($4::text[] is null or e.kind = any ($4))
     order by l.position`,
    [jurisdiction, from, upTo, kinds ?? null],
  )
  return unfold(tx, jurisdiction, rows.map(sealedEntryOf))
}

export async function saveCursor(
  tx: Transaction,
  jurisdiction: string,
  { name, version }: Named,
  position: number,
): Promise<void> {
  await tx.query('update journal.projection set version = $3, position = $4 where jurisdiction_id = $1 and name = $2', [
    jurisdiction,
    name,
    version,
    position,
  ])
}

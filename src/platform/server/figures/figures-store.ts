import type { Transaction } from '#platform/server/database/index.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { Counted, Delta, Thing } from './fold.ts'

/** Whose rows. */
export type Place = { readonly jurisdiction: string; readonly book: string }

/** Things by stream, as folded so far. */
export async function readThings(
  tx: Transaction,
  { jurisdiction, book }: Place,
  streams: readonly string[],
): Promise<Map<string, Thing>> {
  const rows = await tx.prepared<Thing & { readonly stream: string }>(
    'figures.read-things',
    `select stream, kind, version, facts, readers from figures.thing
      where jurisdiction_id = $1 and book = $2 and stream = any($3)`,
    [jurisdiction, book, streams],
  )
  return new Map(rows.map(({ stream, ...thing }) => [stream, thing]))
}

/** Entries of these streams that wait for an earlier one. */
export async function readWaiting(
  tx: Transaction,
  { jurisdiction, book }: Place,
  streams: readonly string[],
): Promise<SealedEntry[]> {
  const rows = await tx.prepared<{ entry: SealedEntry & { readonly at: string; readonly recordedAt: string } }>(
    'figures.read-waiting',
    'select entry from figures.waiting where jurisdiction_id = $1 and book = $2 and stream = any($3)',
    [jurisdiction, book, streams],
  )
  return rows.map(({ entry }) => ({ ...entry, at: new Date(entry.at), recordedAt: new Date(entry.recordedAt) }))
}

/** Writes things as they have become. */
export async function saveThings(tx: Transaction, place: Place, things: ReadonlyMap<string, Thing>): Promise<void> {
  if (things.size === 0) return
  const rows = [...things].map(([stream, thing]) => ({ stream, ...thing }))
  await tx.prepared(
    'figures.save-things',
    `insert into figures.thing (jurisdiction_id, book, stream, kind, version, facts, readers)
      select $1, $2, s.stream, s.kind, s.version, s.facts, s.readers
      from jsonb_to_recordset($3::jsonb) as s(stream text, kind text, version int, facts jsonb, readers text[])
      on conflict (jurisdiction_id, book, stream)
      do update set version = excluded.version, facts = excluded.facts, readers = excluded.readers`,
    [place.jurisdiction, place.book, JSON.stringify(rows)],
  )
}

/** Lets entries wait, and forgets those that need not any more. */
export async function saveWaiting(
  tx: Transaction,
  { jurisdiction, book }: Place,
  { waiting, awaited }: { readonly waiting: readonly SealedEntry[]; readonly awaited: readonly SealedEntry[] },
): Promise<void> {
  const kept = waiting.map((entry) => ({ stream: entry.stream, version: entry.version, entry }))
  const gone = awaited.map(({ stream, version }) => ({ stream, version }))
  if (kept.length > 0)
    await tx.query(
      `insert into figures.waiting (jurisdiction_id, book, stream, version, entry)
        select $1, $2, s.stream, s.version, s.entry
        from jsonb_to_recordset($3::jsonb) as s(stream text, version int, entry jsonb)`,
      [jurisdiction, book, JSON.stringify(kept)],
    )
  if (gone.length > 0)
    await tx.query(
      `delete from figures.waiting w using jsonb_to_recordset($3::jsonb) as s(stream text, version int)
        where w.jurisdiction_id = $1 and w.book = $2 and w.stream = s.stream and w.version = s.version`,
      [jurisdiction, book, JSON.stringify(gone)],
    )
}

/** Moves rollups. */
export async function addDeltas(tx: Transaction, place: Place, deltas: readonly Delta[]): Promise<void> {
  const rows = deltas.map((delta) => ({ ...delta, label: delta.readers?.join(',') ?? '' }))
  const standing = rows.filter(({ grain }) => grain === undefined)
  const buckets = rows.filter(({ grain }) => grain !== undefined)
  await Promise.all([addStanding(tx, place, standing), addBuckets(tx, place, buckets)])
}

async function addStanding(tx: Transaction, { jurisdiction, book }: Place, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await tx.prepared(
    'figures.add-standing',
    `with moved as (
      select s.* from jsonb_to_recordset($3::jsonb)
        as s(indicator text, cut text, key text[], label text, readers text[], value bigint)
    ), after as (
      insert into figures.standing (jurisdiction_id, book, indicator, cut, key, label, readers, value)
      select $1, $2, indicator, cut, key, label, readers, value from moved
      on conflict (jurisdiction_id, book, indicator, cut, key, label)
      do update set value = standing.value + excluded.value
      returning indicator, cut, key, label, value
    )
    insert into figures.standing (jurisdiction_id, book, indicator, cut, key, label, value)
    select $1, $2, a.indicator, a.cut || '#', '{}', '', sum((a.value > 0)::int - (a.value - m.value > 0)::int)
    from after a join moved m using (indicator, cut, key, label)
    where a.label = '' group by a.indicator, a.cut
    having sum((a.value > 0)::int - (a.value - m.value > 0)::int) <> 0
    on conflict (jurisdiction_id, book, indicator, cut, key, label)
    do update set value = standing.value + excluded.value`,
    [jurisdiction, book, JSON.stringify(rows)],
  )
}

async function addBuckets(tx: Transaction, { jurisdiction, book }: Place, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await tx.prepared(
    'figures.add-buckets',
    `insert into figures.bucket (jurisdiction_id, book, indicator, cut, grain, period, key, label, readers, value)
      select $1, $2, s.indicator, s.cut, s.grain, s.period, s.key, s.label, s.readers, s.value
      from jsonb_to_recordset($3::jsonb) as s(indicator text, cut text, grain text, period date, key text[], label text,
        readers text[], value bigint)
      on conflict (jurisdiction_id, book, indicator, cut, grain, period, key, label)
      do update set value = bucket.value + excluded.value`,
    [jurisdiction, book, JSON.stringify(rows)],
  )
}

/** Keeps the entries that counted. */
export async function addHappenings(tx: Transaction, place: Place, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const rows = counted.map(({ indicator, entry, facts }) => ({
    ...{ indicator, facts, position: entry.position, stream: entry.stream, entry_id: entry.id, kind: entry.kind },
    ...{ at: entry.at, readers: entry.readers ?? null },
  }))
  await tx.prepared(
    'figures.add-happenings',
    `insert into figures.happening (jurisdiction_id, book, indicator, position, stream, entry_id, kind, at, facts, readers)
      select $1, $2, s.indicator, s.position, s.stream, s.entry_id, s.kind, s.at, s.facts, s.readers
      from jsonb_to_recordset($3::jsonb) as s(indicator text, position bigint, stream text, entry_id uuid, kind text,
        at timestamptz, facts jsonb, readers text[])`,
    [place.jurisdiction, place.book, JSON.stringify(rows)],
  )
}

/** Throws a book's rows away. */
export async function clearBook(tx: Transaction, book: string): Promise<void> {
  for (const table of ['thing', 'waiting', 'standing', 'bucket', 'happening'])
    await tx.query(`delete from figures.${table} where jurisdiction_id = access.jurisdiction() and book = $1`, [book])
}

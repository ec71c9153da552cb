import type { Transaction } from '#platform/server/database/index.ts'

/** What was recorded in a stretch of positions, by topic and by who may read it. */
export type Recorded = {
  /** The first part of the entries' kinds: `plans`. */
  readonly topic: string
  /** Null is all of the government. */
  readonly readers: readonly string[] | null
  /** The streams concerned, at most 50, the latest first. */
  readonly streams: readonly string[]
}

/** The position up to which entries are sealed and these projections have handled them. */
export async function readPosition(
  tx: Transaction,
  jurisdiction: string,
  projections: readonly string[],
): Promise<number> {
  const [row] = await tx.prepared<{ position: number }>(
    'live.read-position',
    `select least(t.size, (select min(p.position) from journal.projection p
        where p.jurisdiction_id = $1 and p.name = any($2)))::float8 as position
      from journal.tree t where t.jurisdiction_id = $1`,
    [jurisdiction, projections],
  )
  return row?.position ?? 0
}

/** What the transaction may see of a stretch of the record, from one position up to and without another. */
export function readRecorded(tx: Transaction, jurisdiction: string, from: number, upTo: number): Promise<Recorded[]> {
  return tx.prepared<Recorded>(
    'live.read-recorded',
    `select split_part(e.kind, '.', 1) as topic, e.readers, (array_agg(e.stream order by l.position desc))[1:50] as streams
      from journal.leaf l join journal.entry e on e.jurisdiction_id = l.jurisdiction_id and e.id = l.entry_id
      where l.jurisdiction_id = $1 and l.position >= $2 and l.position < $3 group by 1, 2`,
    [jurisdiction, from, upTo],
  )
}

import {
  emptyFrontier,
  extendFrontier,
  foldPeaks,
  type LeafRange,
  rootOf,
  type Subtree,
  subtreesOf,
} from '#platform/kernel/merkle/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryRow, entryColumns } from './entry-row.ts'
import { hasher } from './hashing.ts'

/** Every eighth level of the tree is kept: level 0 in `journal.leaf`, the others in `journal.subtree`. */
export const levelStep = 8

export async function findEntryWithPosition(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<(EntryRow & { readonly position: bigint | null }) | undefined> {
  const [row] = await tx.query<EntryRow & { position: bigint | null }>(
    `select l.position, ${entryColumns} from journal.entry e
     left join journal.leaf l on l.jurisdiction_id = e.jurisdiction_id and l.entry_id = e.id
     where e.jurisdiction_id = $1 and e.id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** The hashes of nodes of the sealed tree, from the kept levels: at most 255 hashes are read for each kept level. */
export async function hashRanges(
  tx: Transaction,
  jurisdiction: string,
  ranges: readonly LeafRange[],
): Promise<readonly Uint8Array[]> {
  return await Promise.all(
    ranges.map(async (range) => {
      const peaks = subtreesOf(range).map((subtree) => hashSubtree(tx, jurisdiction, subtree))
      return foldPeaks(hasher, await Promise.all(peaks))
    }),
  )
}

async function hashSubtree(tx: Transaction, jurisdiction: string, { level, index }: Subtree): Promise<Uint8Array> {
  const keptLevel = level - (level % levelStep)
  const count = 2 ** (level - keptLevel)
  const rows = await (keptLevel === 0
    ? tx.query<{ hash: Buffer }>(
        `select hash from journal.leaf where jurisdiction_id = $1 and position >= $2 and position < $3 order by position`,
        [jurisdiction, index * count, (index + 1) * count],
      )
    : tx.query<{ hash: Buffer }>(
        `select hash from journal.subtree where jurisdiction_id = $1 and level = $4 and index >= $2 and index < $3 order by index`,
        [jurisdiction, index * count, (index + 1) * count, keptLevel],
      ))
  if (rows.length !== count) throw new Error(`the sealed tree of ${jurisdiction} lacks hashes below ${level}/${index}`)
  return rootOf(
    hasher,
    extendFrontier(
      hasher,
      emptyFrontier,
      rows.map((row) => row.hash),
    ),
  )
}

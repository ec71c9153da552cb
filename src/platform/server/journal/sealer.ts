import type { TreeHead } from '#platform/contract/journal-contract.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { type CompletedSubtree, extendFrontier, type Frontier } from '#platform/kernel/merkle/index.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import type { Signer } from '#platform/server/signing/index.ts'
import { headerBytes } from './entry.ts'
import { headerOf } from './entry-row.ts'
import { hasher } from './hashing.ts'
import { levelStep } from './proof-store.ts'
import {
  beginning,
  type Cursor,
  type Horizon,
  listAdoptable,
  listSealable,
  lockTree,
  saveGrowth,
  saveState,
  type TreeState,
  type UnsealedRow,
} from './sealer-store.ts'
import { signHead } from './tree-head.ts'

/** What the sealer works with. */
export type Sealing = {
  readonly clock: Clock
  readonly signer: Signer /** Entries a run at most. */
  readonly limit?: number
}

/**
 * What one run did; `isMore` where it stopped at its limit. Every transaction below `horizon` had ended, none from `ceiling` on
 * had begun: a later run whose horizon has reached this ceiling has sealed all that was there now.
 */
export type Sealed = {
  readonly sealed: number
  readonly size: number
  readonly isMore: boolean
  readonly horizon: bigint
  readonly ceiling: bigint
}

const defaultLimit = 4096
/** A head at least every so many entries: as near as `verify` can come where a forger rewrote the leaf hashes too. */
const entriesPerHead = 256

/**
 * Gives positions, leaves and a signed head to what has been written. Entries stand in one of three states: written (its
 * transaction may still be open, nobody else sees it), sealable (every transaction with a number up to its own has ended, so
 * nothing can come before it any more) and sealed. Undefined where another sealer is at work.
 */
export async function sealOnce(
  database: Database,
  jurisdiction: JurisdictionId,
  sealing: Sealing,
): Promise<Sealed | undefined> {
  return await database.asSystem(jurisdiction, async (tx) => {
    const locked = await lockTree(tx, jurisdiction)
    if (locked === undefined) return undefined
    const { state, horizon } = locked
    const limit = sealing.limit ?? defaultLimit
    const { rows, next } = await takeRows(tx, jurisdiction, state, horizon, limit)
    const isNews = rows.length > 0 || next.cluster !== state.cluster
    const frontier = await grow(tx, jurisdiction, state.frontier, rows, sealing)
    if (isNews) await saveState(tx, jurisdiction, { ...next, frontier })
    return {
      sealed: rows.length,
      size: frontier.size,
      isMore: rows.length === limit,
      horizon: BigInt(horizon.transaction),
      ceiling: BigInt(horizon.ceiling),
    }
  })
}

type Taken = { readonly rows: readonly UnsealedRow[]; readonly next: Omit<TreeState, 'frontier'> }

/**
 * The cursor speaks of one cluster's transaction numbers. In another cluster (a dump was restored) old entries carry numbers
 * that mean nothing there: all that is visible is sealed first, then the cursor begins at that cluster's horizon. A tree that
 * has no cursor yet begins in the same way.
 */
async function takeRows(
  tx: Transaction,
  jurisdiction: string,
  { cursor, cluster }: TreeState,
  horizon: Horizon,
  limit: number,
): Promise<Taken> {
  if (cluster !== horizon.cluster) {
    const rows = await listAdoptable(tx, jurisdiction, limit)
    const adopted = { cursor: { ...beginning, transaction: horizon.transaction }, cluster: horizon.cluster }
    return { rows, next: rows.length < limit ? adopted : { cursor, cluster } }
  }
  const rows = await listSealable(tx, jurisdiction, cursor, horizon, limit)
  return { rows, next: { cursor: cursorAfter(rows) ?? cursor, cluster: horizon.cluster } }
}

function cursorAfter(rows: readonly UnsealedRow[]): Cursor | undefined {
  const last = rows.at(-1)
  return last && { transaction: last.transaction, id: last.id }
}

async function grow(
  tx: Transaction,
  jurisdiction: string,
  before: Frontier,
  rows: readonly UnsealedRow[],
  { clock, signer }: Sealing,
): Promise<Frontier> {
  const leaves = rows.map((row, index) => ({
    position: before.size + index,
    entryId: row.id,
    hash: hasher.leaf(headerBytes(headerOf(row))),
  }))
  const subtrees: CompletedSubtree[] = []
  const heads: TreeHead[] = []
  let frontier = before
  while (frontier.size < before.size + leaves.length) {
    const from = frontier.size - before.size
    const upTo = from + entriesPerHead - (frontier.size % entriesPerHead)
    const hashes = leaves.slice(from, upTo).map((leaf) => leaf.hash)
    frontier = extendFrontier(hasher, frontier, hashes, (subtree) => {
      if (subtree.level % levelStep === 0) subtrees.push(subtree)
    })
    heads.push(await signHead(signer, jurisdiction, frontier, clock.now()))
  }
  if (leaves.length > 0) await saveGrowth(tx, { jurisdiction, leaves, subtrees, heads })
  return frontier
}

import type { TreeHead } from '#platform/contract/journal-contract.ts'
import { inclusionPath, type LeafRange, verifyInclusion } from '#platform/kernel/merkle/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryHeader, headerBytes } from './entry.ts'
import { headerOf } from './entry-row.ts'
import { hasher, hexOf } from './hashing.ts'
import { latestHead } from './head-store.ts'
import type { HeadVerifier } from './head-verifier.ts'
import { findEntryWithPosition, hashRanges } from './proof-store.ts'

/** That an entry stands in the record, checkable by anybody who has the public key. It holds no payload. */
export type EntryProof = {
  readonly format: 'xianqu journal proof 1'
  readonly header: EntryHeader
  readonly position: number
  /** Hex. */
  readonly leafHash: string
  /** From the leaf up, hex (RFC 9162, 2.1.3). */
  readonly path: readonly string[]
  readonly head: TreeHead
}

/** What is wrong with a proof. */
export type ProofFault = 'header-changed' | 'path-wrong' | 'head-forged' | 'unknown-key'

/**
 * Proves an entry that the transaction may read, under the latest head. Refuses with `journal.entry.unknown` and
 * `journal.entry.unsealed`.
 */
export async function proveEntry(tx: Transaction, jurisdiction: string, id: string): Promise<Result<EntryProof>> {
  const [row, head] = await Promise.all([findEntryWithPosition(tx, jurisdiction, id), latestHead(tx, jurisdiction)])
  if (row === undefined) return refuse('journal.entry.unknown', { entry: id })
  if (row.position === null || head === undefined) return refuse('journal.entry.unsealed', { entry: id })
  const position = Number(row.position)
  const ranges: readonly LeafRange[] = inclusionPath(position, Number(head.size))
  const header = headerOf(row)
  return ok({
    format: 'xianqu journal proof 1',
    header,
    position,
    leafHash: hexOf(hasher.leaf(headerBytes(header))),
    path: (await hashRanges(tx, jurisdiction, ranges)).map(hexOf),
    head,
  })
}

/** What is wrong with a proof; undefined where it holds. Needs no database. */
export function faultOfProof(proof: EntryProof, verifyHead: HeadVerifier): ProofFault | undefined {
  const signature = verifyHead(proof.head)
  if (signature !== 'signed') return signature === 'forged' ? 'head-forged' : 'unknown-key'
  const leafHash = hasher.leaf(headerBytes(proof.header))
  if (hexOf(leafHash) !== proof.leafHash) return 'header-changed'
  const isIncluded = verifyInclusion(hasher, {
    leafHash,
    index: proof.position,
    size: Number(proof.head.size),
    path: proof.path.map((hash) => Buffer.from(hash, 'hex')),
    root: Buffer.from(proof.head.root, 'hex'),
  })
  return isIncluded ? undefined : 'path-wrong'
}

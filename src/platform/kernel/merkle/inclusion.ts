import { equalHashes, type MerkleHasher } from './hasher.ts'
import { type LeafRange, splitPoint } from './subtree.ts'

/**
 * The nodes whose hashes prove that leaf `index` stands in a tree of `size` leaves, from the leaf up (RFC 9162, 2.1.3.1).
 * Throws where the leaf is not in the tree.
 */
export function inclusionPath(index: number, size: number): readonly LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const downward: LeafRange[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + splitPoint(end - start)
    downward.push(index < middle ? { start: middle, end } : { start, end: middle })
    if (index < middle) end = middle
    else start = middle
  }
  return downward.reverse()
}

/** What a proof of inclusion claims. */
export type InclusionClaim = {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly size: number
  readonly path: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether a proof of inclusion holds (RFC 9162, 2.1.3.2). */
export function verifyInclusion(hasher: MerkleHasher, { leafHash, index, size, path, root }: InclusionClaim): boolean {
  if (!(index >= 0 && index < size)) return false
  let node = index
  let last = size - 1
  let hash = leafHash
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = hasher.node(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = hasher.node(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalHashes(hash, root)
}

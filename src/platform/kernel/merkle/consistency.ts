import { equalHashes, type MerkleHasher } from './hasher.ts'
import { type LeafRange, splitPoint } from './subtree.ts'

/**
 * The nodes whose hashes prove that a tree of `size` leaves begins with the tree of its first `oldSize` (RFC 9162, 2.1.4.1).
 * Empty where both are the same. Throws where the old tree is empty or the larger.
 */
export function consistencyPath(oldSize: number, size: number): readonly LeafRange[] {
  if (!(oldSize > 0 && oldSize <= size)) throw new RangeError(`no proof from ${oldSize} leaves to ${size}`)
  const downward: LeafRange[] = []
  let start = 0
  let end = size
  while (oldSize !== end) {
    const middle = start + splitPoint(end - start)
    downward.push(oldSize <= middle ? { start: middle, end } : { start, end: middle })
    if (oldSize <= middle) end = middle
    else start = middle
  }
  return start === 0 ? downward.reverse() : [{ start, end }, ...downward.reverse()]
}

/** What a proof of consistency claims. */
export type ConsistencyClaim = {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly size: number
  readonly root: Uint8Array
  readonly path: readonly Uint8Array[]
}

/** Whether a proof of consistency holds (RFC 9162, 2.1.4.2). */
export function verifyConsistency(hasher: MerkleHasher, claim: ConsistencyClaim): boolean {
  const { oldSize, oldRoot, size, root } = claim
  if (oldSize === size) return claim.path.length === 0 && equalHashes(oldRoot, root)
  if (!(oldSize > 0 && oldSize < size)) return false
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...claim.path] : claim.path
  return first !== undefined && climb(hasher, { ...claim, first, rest })
}

function climb(
  hasher: MerkleHasher,
  claim: ConsistencyClaim & { readonly first: Uint8Array; readonly rest: readonly Uint8Array[] },
): boolean {
  let [node, last] = withoutTrailingOnes(claim.oldSize - 1, claim.size - 1)
  let oldHash = claim.first
  let hash = claim.first
  for (const sibling of claim.rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldHash = hasher.node(sibling, oldHash)
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
  return last === 0 && equalHashes(oldHash, claim.oldRoot) && equalHashes(hash, claim.root)
}

function withoutTrailingOnes(oldLast: number, last: number): [number, number] {
  let [one, other] = [oldLast, last]
  while (one % 2 === 1) {
    one = (one - 1) / 2
    other = Math.floor(other / 2)
  }
  return [one, other]
}

function isPowerOfTwo(size: number): boolean {
  return splitPoint(size * 2) === size
}

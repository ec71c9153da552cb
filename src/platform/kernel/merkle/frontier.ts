import type { MerkleHasher } from './hasher.ts'
import type { Subtree } from './subtree.ts'

/**
 * All that must be kept of a tree to let it grow: the roots of its complete subtrees from left to right, one for each 1 in
 * the binary form of its size.
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] }

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/** A subtree that became complete. */
export type CompletedSubtree = Subtree & { readonly hash: Uint8Array }

/**
 * The frontier after more leaves, given as leaf hashes. `onComplete` hears of each subtree of level 1 and above as it
 * becomes complete, for a store that keeps some of them.
 */
export function extendFrontier(
  hasher: MerkleHasher,
  frontier: Frontier,
  leafHashes: Iterable<Uint8Array>,
  onComplete?: (subtree: CompletedSubtree) => void,
): Frontier {
  const peaks = [...frontier.peaks]
  let size = frontier.size
  for (const leafHash of leafHashes) {
    let hash = leafHash
    let level = 0
    for (let index = size; index % 2 === 1; ) {
      hash = hasher.node(peaks.pop() ?? hasher.empty, hash)
      level += 1
      index = (index - 1) / 2
      onComplete?.({ level, index, hash })
    }
    peaks.push(hash)
    size += 1
  }
  return { size, peaks }
}

/** The root of the tree that a frontier stands for. */
export function rootOf(hasher: MerkleHasher, frontier: Frontier): Uint8Array {
  return foldPeaks(hasher, frontier.peaks)
}

/** The hash of neighbouring complete subtrees, given from left to right in falling size, as one node. */
export function foldPeaks(hasher: MerkleHasher, peaks: readonly Uint8Array[]): Uint8Array {
  return peaks.length === 0 ? hasher.empty : peaks.reduceRight((right, left) => hasher.node(left, right))
}

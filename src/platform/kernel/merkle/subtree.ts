/** A complete subtree: its leaves are the `2 ** level` leaves from `index * 2 ** level` on. */
export type Subtree = { readonly level: number; readonly index: number }

/** The leaves from `start` up to and without `end` that one node of a tree covers. */
export type LeafRange = { readonly start: number; readonly end: number }

/** The complete subtrees, from left to right, that make up a node's leaves: one, but for nodes on the tree's right edge. */
export function subtreesOf({ start, end }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = []
  for (let from = start; from < end; ) {
    const { level, width } = widestSubtree(from, end)
    subtrees.push({ level, index: from / width })
    from += width
  }
  return subtrees
}

/** The largest power of two below `size`, where a tree of that size divides (RFC 9162, 2.1.1). */
export function splitPoint(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

function widestSubtree(from: number, end: number): { readonly level: number; readonly width: number } {
  let level = 0
  let width = 1
  while (from % (width * 2) === 0 && from + width * 2 <= end) {
    level += 1
    width *= 2
  }
  return { level, width }
}

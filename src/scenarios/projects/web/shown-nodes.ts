type Placed = { readonly node: string; readonly parent: string | null }

/**
 * The nodes of an outline that are not inside a folded branch.
 * @param nodes in outline order: a parent stands before its children
 */
export function shownNodes<T extends Placed>(nodes: readonly T[], folded: ReadonlySet<string>): readonly T[] {
  const hidden = new Set<string>()
  return nodes.filter(({ node, parent }) => {
    if (parent === null || !(folded.has(parent) || hidden.has(parent))) return true
    hidden.add(node)
    return false
  })
}

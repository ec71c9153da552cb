/** The leaves below the node at a place of an outline from top to bottom; none below a leaf. */
export function leavesBelow<Node extends { readonly depth: number; readonly leaf: boolean }>(
  outline: readonly Node[],
  place: number,
): Node[] {
  const depth = outline[place]?.depth ?? 0
  const rest = outline.slice(place + 1)
  const end = rest.findIndex((node) => node.depth <= depth)
  return (end < 0 ? rest : rest.slice(0, end)).filter((node) => node.leaf)
}

import type { LinkKind } from '#platform/kernel/scheduling/link.ts'

/** A bar on the paper: its ends and its middle line, in pixels. */
export type Bar = { readonly left: number; readonly right: number; readonly y: number }
export type Point = readonly [x: number, y: number]

/** A link between two shown rows, by their places from the top. */
export type ShownLink = {
  readonly from: number
  readonly to: number
  readonly kind: LinkKind
  readonly critical: boolean
}

type Linked = {
  readonly node: string
  readonly critical: boolean
  readonly links: readonly { readonly node: string; readonly kind: LinkKind }[]
}

const tailPx = 8

/** The corners of a link's line, from the end of one bar that the kind names to that of the other. */
export function linkLine(from: Bar, to: Bar, kind: LinkKind, rowHeight: number): readonly Point[] {
  const out = kind[0] === 'F' ? 1 : -1
  const side = kind[1] === 'F' ? 1 : -1
  const [x1, x2] = [out > 0 ? from.right : from.left, side > 0 ? to.right : to.left]
  const [p1, p2] = [x1 + tailPx * out, x2 + tailPx * side]
  const start: Point = [x1, from.y]
  const end: Point = [x2, to.y]
  if (out === side) {
    const x = out > 0 ? Math.max(p1, p2) : Math.min(p1, p2)
    return [start, [x, from.y], [x, to.y], end]
  }
  if ((p2 - p1) * out >= 0) return [start, [p1, from.y], [p1, to.y], end]
  const between = from.y + (Math.sign(to.y - from.y) || 1) * (rowHeight / 2)
  return [start, [p1, from.y], [p1, between], [p2, between], [p2, to.y], end]
}

/** The links whose both ends are shown. */
export function shownLinks(rows: readonly Linked[]): ShownLink[] {
  const places = new Map(rows.map(({ node }, place) => [node, place]))
  return rows.flatMap((row, to) =>
    row.links.flatMap((link) => {
      const from = places.get(link.node)
      if (from === undefined) return []
      return [{ from, to, kind: link.kind, critical: row.critical && (rows[from]?.critical ?? false) }]
    }),
  )
}

/** Links by the blocks of rows that they touch, so that a part of the paper is drawn without looking at the rest. */
export function linksByBlock(links: readonly ShownLink[], rowsInBlock: number): ReadonlyMap<number, ShownLink[]> {
  const blocks = new Map<number, ShownLink[]>()
  for (const link of links) {
    const [top, bottom] = link.from < link.to ? [link.from, link.to] : [link.to, link.from]
    for (let block = Math.floor(top / rowsInBlock); block <= Math.floor(bottom / rowsInBlock); block++) {
      const known = blocks.get(block)
      if (known) known.push(link)
      else blocks.set(block, [link])
    }
  }
  return blocks
}

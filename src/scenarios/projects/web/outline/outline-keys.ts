import type { KeyboardEvent } from 'react'

type Row = { readonly node: string; readonly parent: string | null; readonly leaf: boolean }

type OutlineKeys = {
  readonly rows: readonly Row[]
  readonly at: number
  readonly folded: ReadonlySet<string>
  readonly page: number
  readonly move: (place: number) => void
  readonly fold: (node: string, isFolded: boolean) => void
  readonly open: (node: string) => void
}

/** Arrows move and fold, Home and End jump, Enter opens: the keys of a tree (WAI-ARIA treegrid). */
export function outlineKeys({ rows, at, folded, page, move, fold, open }: OutlineKeys) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[at]
    const isOpenBranch = row && !row.leaf && !folded.has(row.node)
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      PageDown: () => move(at + page),
      PageUp: () => move(at - page),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => row && open(row.node),
      ArrowRight: () => row && (isOpenBranch ? move(at + 1) : row.leaf || fold(row.node, false)),
      ArrowLeft: () => row && (isOpenBranch ? fold(row.node, true) : move(placeOfParent(rows, at))),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}

function placeOfParent(rows: readonly Row[], at: number): number {
  const parent = rows[at]?.parent
  const found = rows.findIndex(({ node }) => node === parent)
  return found < 0 ? at : found
}

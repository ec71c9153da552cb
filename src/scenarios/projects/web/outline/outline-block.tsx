import { memo } from 'react'
import type { TreeNode } from '../../contract/views.ts'
import { OutlineRow } from './outline-row.tsx'
import type { RowBlock } from './row-blocks.ts'

type OutlineBlockProps = {
  readonly id: string
  readonly block: RowBlock<TreeNode>
  /** Whether the rows stand where they are put; those of a short outline flow. */
  readonly isPlaced: boolean
  /** The row that the keyboard is at. */
  readonly at: number
  readonly folded: ReadonlySet<string>
  readonly onFold: (node: string, isFolded: boolean) => void
  readonly onPick: (place: number) => void
}

/** Some rows of an outline; scrolling draws the blocks that come into sight and leaves those that are there. */
export const OutlineBlock = memo(
  function OutlineBlock({ id, block, isPlaced, at, folded, onFold, onPick }: OutlineBlockProps) {
    return block.rows.map((node, offset) => (
      <OutlineRow
        key={node.node}
        id={`${id}-${block.first + offset}`}
        node={node}
        place={block.first + offset}
        top={isPlaced ? block.tops[offset] : undefined}
        isActive={block.first + offset === at}
        isFolded={folded.has(node.node)}
        onFold={onFold}
        onPick={onPick}
      />
    ))
  },
  (before, after) =>
    before.block === after.block &&
    before.folded === after.folded &&
    (before.at === after.at || !(isIn(before.at, before.block) || isIn(after.at, before.block))),
)

function isIn(place: number, { first, rows }: RowBlock<TreeNode>): boolean {
  return place >= first && place < first + rows.length
}

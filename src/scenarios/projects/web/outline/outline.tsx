import { useNavigate } from '@tanstack/react-router'
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useBlocksInSight } from '#platform/web/parts/blocks-in-sight.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { TreeNode } from '../../contract/views.ts'
import { shownNodes } from '../shown-nodes.ts'
import css from './outline.module.css'
import { OutlineBlock } from './outline-block.tsx'
import { outlineKeys } from './outline-keys.ts'
import { rowBlocks } from './row-blocks.ts'

const words = {
  outline: ['节点大纲', 'Outline of the nodes'],
  node: ['节点', 'Node'],
  lamp: ['灯', 'Lamp'],
  owner: ['责任', 'Owner'],
  progress: ['进度', 'Progress'],
  clock: ['时限', 'Clock'],
} as const

/** A shorter outline is there as a whole, its rows as high as their words, so that one can search in it. */
const fewRows = 200
const rowsInBlock = 4

/** The tree of a project's nodes as an outline: columns at the desk, an indented list on the phone. */
export function Outline({ nodes }: { readonly nodes: readonly TreeNode[] }) {
  const t = useWords(words)
  const id = useId()
  const navigate = useNavigate()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const rows = useMemo(() => shownNodes(nodes, folded), [nodes, folded])
  const { blocks, tops, isLong } = useBlocks(rows)
  const sight = useBlocksInSight(tops, body)
  const drawn = isLong ? blocks.slice(sight.first, sight.end) : blocks
  const fold = useCallback((node: string, isFolded: boolean) => {
    setFolded((before) => (isFolded ? new Set(before).add(node) : new Set([...before].filter((one) => one !== node))))
  }, [])
  const move = (place: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, place))
    setAt(next)
    const top = tops[Math.floor(next / rowsInBlock)] ?? 0
    bringToSight(`${id}-${next}`, body.current, isLong ? top : undefined)
  }
  const open = (node: string) => void navigate({ to: '/nodes/$node', params: { node } })
  const isDrawn = drawn.some(({ first, rows: own }) => at >= first && at < first + own.length)
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA allows a treegrid on a table, for its cells too
      role="treegrid"
      aria-label={t.outline}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={isDrawn ? `${id}-${at}` : undefined}
      tabIndex={0}
      className={isLong ? `${css.outline} ${css.long}` : css.outline}
      onKeyDown={outlineKeys({ rows, at, folded, page: 12, move, fold, open })}
    >
      <thead>
        <tr aria-rowindex={1} className={css.head}>
          {[t.node, t.lamp, t.owner, t.progress, t.clock].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} className={css.body} style={isLong ? { height: tops[tops.length - 1] } : undefined}>
        {drawn.map((block) => (
          <OutlineBlock
            key={block.first}
            id={id}
            block={block}
            isPlaced={isLong}
            at={at}
            folded={folded}
            onFold={fold}
            onPick={setAt}
          />
        ))}
      </tbody>
    </table>
  )
}

function useBlocks(rows: readonly TreeNode[]) {
  const isNarrow = useIsNarrow()
  return useMemo(() => {
    const isLong = rows.length > fewRows
    const heightOf = ({ leaf }: TreeNode) => (isNarrow ? (leaf ? 108 : 76) : 41)
    return { ...rowBlocks(rows, isLong ? rowsInBlock : fewRows, heightOf), isLong }
  }, [rows, isNarrow])
}

/** Whether the rows are those of the phone, as the style sheet has it. */
function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia('(max-width: 1023px)').matches)
  useLayoutEffect(() => {
    const width = matchMedia('(max-width: 1023px)')
    const look = () => setNarrow(width.matches)
    width.addEventListener('change', look)
    return () => width.removeEventListener('change', look)
  }, [])
  return isNarrow
}

/** A row that is not drawn yet comes with its block, to the middle of the window. */
function bringToSight(row: string, body: HTMLElement | null, top: number | undefined): void {
  const element = document.getElementById(row)
  if (element) element.scrollIntoView({ block: 'nearest' })
  else if (body && top !== undefined)
    window.scrollTo({ top: window.scrollY + body.getBoundingClientRect().top + top - window.innerHeight / 2 })
}

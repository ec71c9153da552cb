import { Link } from '@tanstack/react-router'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { Icon } from '#platform/web/parts/icon.tsx'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
import { useRowsInSight } from '#platform/web/parts/rows-in-sight.ts'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { TreeNode } from '../contract/views.ts'
import { stateWords, tellParty } from './names.ts'
import css from './outline.module.css'
import { shownNodes } from './shown-nodes.ts'

const words = {
  node: ['节点', 'Node'],
  lamp: ['灯', 'Lamp'],
  owner: ['责任', 'Owner'],
  progress: ['进度', 'Progress'],
  clock: ['时限', 'Clock'],
  fold: [(title: string) => `收起“${title}”`, (title: string) => `Fold ${title}`],
  unfold: [(title: string) => `展开“${title}”`, (title: string) => `Unfold ${title}`],
  due: [(date: string) => `${date} 截止`, (date: string) => `due ${date}`],
} as const

/** The tree of a project's nodes as an outline: a table at the desk, an indented list on the phone. */
export function Outline({ nodes }: { readonly nodes: readonly TreeNode[] }) {
  const t = useWords(words)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((node: string) => {
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(node)) next.add(node)
      return next
    })
  }, [])
  const rows = useMemo(() => shownNodes(nodes, folded), [nodes, folded])
  const body = useRef<HTMLTableSectionElement>(null)
  const sight = useRowsInSight(rows.length, body)
  return (
    <table className={css.outline} aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          <th scope="col">{t.node}</th>
          <th scope="col">{t.lamp}</th>
          <th scope="col">{t.owner}</th>
          <th scope="col">{t.progress}</th>
          <th scope="col">{t.clock}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {sight.before > 0 && <tr className={css.out} style={{ height: sight.before }} />}
        {sight.places.map((place) => {
          const node = rows[place]
          return (
            node && (
              <OutlineRow
                key={node.node}
                node={node}
                place={place}
                measure={sight.measure}
                isFolded={folded.has(node.node)}
                onToggle={toggle}
              />
            )
          )
        })}
        {sight.after > 0 && <tr className={css.out} style={{ height: sight.after }} />}
      </tbody>
    </table>
  )
}

type OutlineRowProps = {
  readonly node: TreeNode
  readonly place: number
  readonly measure: ((row: Element | null) => void) | undefined
  readonly isFolded: boolean
  readonly onToggle: (node: string) => void
}

/** Scrolling draws the rows that come into sight, and leaves those that are there. */
const OutlineRow = memo(({ node, place, measure, isFolded, onToggle }: OutlineRowProps) => {
  const t = useWords(words)
  return (
    <tr
      ref={measure}
      data-index={place}
      aria-rowindex={place + 2}
      className={node.leaf ? css.leaf : css.branch}
      style={{ '--depth': node.depth } as React.CSSProperties}
    >
      <th scope="row" className={css.name}>
        <span className={css.title}>
          {node.leaf ? (
            <span className={css.noToggle} />
          ) : (
            <button
              type="button"
              className={css.toggle}
              aria-expanded={!isFolded}
              aria-label={isFolded ? t.unfold(node.title) : t.fold(node.title)}
              onClick={() => onToggle(node.node)}
            >
              <Icon name={isFolded ? 'next' : 'down'} size={16} />
            </button>
          )}
          <span className={css.code}>{node.code}</span>
          <Link to="/nodes/$node" params={{ node: node.node }} className={css.link}>
            {node.title}
          </Link>
        </span>
      </th>
      <td className={css.lamp}>
        <Lamp colour={node.lamp} />
      </td>
      <td className={css.owner}>{tellParty(node.owner)}</td>
      <td className={css.progress}>
        <ProgressBar value={node.progress} label={`${t.progress} ${node.title}`} />
      </td>
      <td className={css.clock}>
        <OutlineClock node={node} />
      </td>
    </tr>
  )
})

function OutlineClock({ node }: { readonly node: TreeNode }) {
  const t = useWords(words)
  const state = useWords(stateWords)[node.state]
  const dates = useDates()
  if (node.remaining) return <Clock left={node.remaining} />
  return <span className={css.quiet}>{dotted(state, node.state === 'planned' && t.due(dates.day(node.deadline)))}</span>
}

import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { Icon } from '#platform/web/parts/icon.tsx'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { TreeNode } from '../../contract/views.ts'
import { stateWords, tellParty } from '../names.ts'
import css from './outline.module.css'

const words = {
  progress: ['进度', 'Progress'],
  fold: [(title: string) => `收起“${title}”`, (title: string) => `Fold ${title}`],
  unfold: [(title: string) => `展开“${title}”`, (title: string) => `Unfold ${title}`],
  due: [(date: string) => `${date} 截止`, (date: string) => `due ${date}`],
} as const

type OutlineRowProps = {
  readonly id: string
  readonly node: TreeNode
  readonly place: number
  /** Pixels below the top of a long outline; a short one flows. */
  readonly top: number | undefined
  readonly isActive: boolean
  readonly isFolded: boolean
  readonly onFold: (node: string, isFolded: boolean) => void
  readonly onPick: (place: number) => void
}

/** A node as a row of the outline. */
export const OutlineRow = memo((props: OutlineRowProps) => {
  const { id, node, place, top, isActive, isFolded, onPick } = props
  const t = useWords(words)
  const owner = tellParty(node.owner)
  return (
    <tr
      id={id}
      aria-rowindex={place + 2}
      aria-level={node.depth + 1}
      aria-selected={isActive}
      {...(!node.leaf && { 'aria-expanded': !isFolded })}
      className={node.leaf ? css.row : `${css.row} ${css.branch}`}
      style={
        {
          '--depth': node.depth,
          ...(top !== undefined && { transform: `translateY(${top}px)` }),
        } as React.CSSProperties
      }
      onClick={() => onPick(place)}
    >
      <NameCell {...props} />
      <td className={css.lamp}>
        <Lamp colour={node.lamp} />
      </td>
      <td className={css.owner} title={owner}>
        {owner}
      </td>
      <td className={css.progress}>
        <ProgressBar value={node.progress} label={`${t.progress} ${node.title}`} />
      </td>
      <td className={css.clock}>
        <OutlineClock node={node} />
      </td>
    </tr>
  )
})

function NameCell({ node, isFolded, onFold }: OutlineRowProps) {
  const t = useWords(words)
  return (
    <th scope="row" className={css.name}>
      {node.leaf ? (
        <span className={css.noToggle} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={css.toggle}
          aria-label={isFolded ? t.unfold(node.title) : t.fold(node.title)}
          onClick={() => onFold(node.node, !isFolded)}
        >
          <Icon name={isFolded ? 'next' : 'down'} size={16} />
        </button>
      )}
      <span className={css.code}>{node.code}</span>
      <Link to="/nodes/$node" params={{ node: node.node }} tabIndex={-1} className={css.link} title={node.title}>
        {node.title}
      </Link>
    </th>
  )
}

function OutlineClock({ node }: { readonly node: TreeNode }) {
  const t = useWords(words)
  const state = useWords(stateWords)[node.state]
  const dates = useDates()
  if (node.remaining) return <Clock left={node.remaining} brief />
  return <span className={css.quiet}>{dotted(state, node.state === 'planned' && t.due(dates.day(node.deadline)))}</span>
}

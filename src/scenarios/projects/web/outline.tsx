import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGrowing } from '#platform/web/parts/growing.ts'
import { Icon } from '#platform/web/parts/icon.tsx'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
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
  const toggle = (node: string) => {
    const next = new Set(folded)
    if (!next.delete(node)) next.add(node)
    setFolded(next)
  }
  const { shown, more, count } = useGrowing(shownNodes(nodes, folded))
  return (
    <table className={css.outline}>
      <thead>
        <tr>
          <th scope="col">{t.node}</th>
          <th scope="col">{t.lamp}</th>
          <th scope="col">{t.owner}</th>
          <th scope="col">{t.progress}</th>
          <th scope="col">{t.clock}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((node) => (
          <OutlineRow key={node.node} node={node} isFolded={folded.has(node.node)} onToggle={toggle} />
        ))}
        {more && <tr key={count} ref={more} />}
      </tbody>
    </table>
  )
}

type OutlineRowProps = {
  readonly node: TreeNode
  readonly isFolded: boolean
  readonly onToggle: (node: string) => void
}

function OutlineRow({ node, isFolded, onToggle }: OutlineRowProps) {
  const t = useWords(words)
  return (
    <tr className={node.leaf ? css.leaf : css.branch} style={{ '--depth': node.depth } as React.CSSProperties}>
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
}

function OutlineClock({ node }: { readonly node: TreeNode }) {
  const t = useWords(words)
  const state = useWords(stateWords)[node.state]
  const dates = useDates()
  if (node.remaining) return <Clock left={node.remaining} />
  return <span className={css.quiet}>{dotted(state, node.state === 'planned' && t.due(dates.day(node.deadline)))}</span>
}

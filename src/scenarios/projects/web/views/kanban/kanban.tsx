import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeState } from '../../../contract/views.ts'
import { stateWords, tellParty } from '../../names.ts'
import type { Drawn, DrawnNode } from '../drawn.ts'
import { columnStates, kanbanColumns } from './columns.ts'
import css from './kanban.module.css'

const words = {
  due: [(date: string) => `${date} 截止`, (date: string) => `due ${date}`],
  none: ['没有', 'None'],
} as const

const cardHeight = 112

/** The work nodes by state, the most urgent on top. */
export function Kanban({ drawn }: { readonly drawn: Drawn }) {
  const columns = useMemo(() => kanbanColumns(drawn.nodes), [drawn])
  return (
    <div className={css.board}>
      {columnStates.map((state) => (
        <KanbanColumn key={state} state={state} nodes={columns.get(state) ?? []} />
      ))}
    </div>
  )
}

function KanbanColumn({ state, nodes }: { readonly state: NodeState; readonly nodes: readonly DrawnNode[] }) {
  const t = useWords(words)
  const title = useWords(stateWords)[state]
  const list = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => list.current,
    estimateSize: () => cardHeight,
    overscan: 6,
  })
  return (
    <section className={css.column} aria-label={title}>
      <h2 className={css.heading}>
        {title} <span className={css.count}>{nodes.length}</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <div ref={list} className={css.list} tabIndex={0}>
        {nodes.length === 0 && <p className={css.none}>{t.none}</p>}
        <ul style={{ height: cards.getTotalSize() }}>
          {cards.getVirtualItems().map(({ index, start }) => {
            const node = nodes[index]
            return node && <KanbanCard key={node.node} node={node} top={start} />
          })}
        </ul>
      </div>
    </section>
  )
}

function KanbanCard({ node, top }: { readonly node: DrawnNode; readonly top: number }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <li className={css.place} style={{ transform: `translateY(${top}px)`, height: cardHeight }}>
      <div className={`${css.card} ${css[node.lamp]}`}>
        <span className={css.first}>
          <Lamp colour={node.lamp} />
          <span>{node.progress}%</span>
        </span>
        <Link to="/nodes/$node" params={{ node: node.node }} className={css.title} title={node.title}>
          {node.code} {node.title}
        </Link>
        <span className={css.note} title={tellParty(node.owner)}>
          {node.owner.personName ?? node.owner.organisationName}
          <span>{t.due(dates.day(node.deadline))}</span>
        </span>
      </div>
    </li>
  )
}

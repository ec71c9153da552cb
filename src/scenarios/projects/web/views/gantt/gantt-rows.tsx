import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DrawnNode } from '../drawn.ts'
import css from './gantt.module.css'
import { type Paper, rowsInTile } from './paper.ts'

const words = {
  critical: ['关键', 'Critical'],
  fold: [(title: string) => `收起“${title}”`, (title: string) => `Fold ${title}`],
  unfold: [(title: string) => `展开“${title}”`, (title: string) => `Unfold ${title}`],
} as const

type GanttRowsProps = {
  readonly id: string
  readonly paper: Paper
  readonly first: number
  readonly at: number
  readonly folded: ReadonlySet<string>
  readonly onFold: (node: string, isFolded: boolean) => void
  readonly onPick: (place: number) => void
}

/** A block of rows of the list beside the paper. */
export const GanttRows = memo(
  function GanttRows({ id, paper, first, at, folded, onFold, onPick }: GanttRowsProps) {
    const rows = paper.rows.slice(first, first + rowsInTile)
    return (
      <div className={css.block} style={{ top: first * paper.rowHeight }}>
        {rows.map((row, offset) => (
          <GanttRow
            key={row.node}
            id={`${id}-${first + offset}`}
            row={row}
            place={first + offset}
            isActive={first + offset === at}
            isFolded={folded.has(row.node)}
            onFold={onFold}
            onPick={onPick}
          />
        ))}
      </div>
    )
  },
  (before, after) =>
    before.paper === after.paper &&
    before.first === after.first &&
    before.folded === after.folded &&
    (before.at === after.at || !(isIn(before.at, before.first) || isIn(after.at, before.first))),
)

function isIn(place: number, first: number): boolean {
  return place >= first && place < first + rowsInTile
}

type GanttRowProps = {
  readonly id: string
  readonly row: DrawnNode
  readonly place: number
  readonly isActive: boolean
  readonly isFolded: boolean
  readonly onFold: GanttRowsProps['onFold']
  readonly onPick: GanttRowsProps['onPick']
}

function GanttRow({ id, row, place, isActive, isFolded, onFold, onPick }: GanttRowProps) {
  const t = useWords(words)
  const dates = useDates()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its rows
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.depth + 1}
      aria-posinset={place + 1}
      aria-setsize={-1}
      aria-selected={isActive}
      {...(!row.leaf && { 'aria-expanded': !isFolded })}
      className={row.leaf ? css.row : `${css.row} ${css.branch}`}
      onClick={() => onPick(place)}
    >
      <div className={css.name} style={{ '--depth': row.depth } as React.CSSProperties}>
        {row.leaf ? (
          <span className={css.noToggle} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={css.toggle}
            aria-label={isFolded ? t.unfold(row.title) : t.fold(row.title)}
            onClick={() => onFold(row.node, !isFolded)}
          >
            <Icon name={isFolded ? 'next' : 'down'} size={14} />
          </button>
        )}
        <span className={css.code}>{row.code}</span>
        <Link to="/nodes/$node" params={{ node: row.node }} tabIndex={-1} className={css.title} title={row.title}>
          {row.title}
        </Link>
        {row.critical && <span className={css.critical}>{t.critical}</span>}
      </div>
      <div className={css.lamp}>
        <Lamp colour={row.lamp} />
      </div>
      <div className={css.span}>
        {dates.day(row.start).slice(5)} → {dates.day(row.deadline).slice(5)}
      </div>
    </div>
  )
}

import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ChartDay } from '../../../contract/chart.ts'
import type { DrawnNode } from '../drawn.ts'
import css from './month-view.module.css'

const words = {
  off: ['休', 'off'],
  makeup: ['班', 'work'],
  more: [(count: number) => `还有 ${count} 项`, (count: number) => `${count} more`],
} as const

const shownInCell = 3

type DayCellProps = {
  readonly date: string
  readonly nodes: readonly DrawnNode[]
  readonly day: ChartDay | undefined
  readonly isOutside: boolean
  readonly isToday: boolean
  readonly isPicked: boolean
  readonly onPick: (date: string) => void
}

/** One day: off, made up for or worked, and what is due on it. */
export function DayCell({ date, nodes, day, isOutside, isToday, isPicked, onPick }: DayCellProps) {
  const t = useWords(words)
  const isOff = day !== undefined && day.kind !== 'makeup'
  const looks = [css.day, isOff && css.off, isOutside && css.outside, isPicked && css.picked]
  return (
    <td className={looks.filter(Boolean).join(' ')}>
      <button
        type="button"
        data-date={date}
        tabIndex={isPicked ? 0 : -1}
        aria-pressed={isPicked}
        className={css.pick}
        onClick={() => onPick(date)}
      >
        <span className={css.top}>
          <span className="visually-hidden">{date.slice(0, 8)}</span>
          <span className={isToday ? css.today : undefined}>{Number(date.slice(8))}</span>
          {day?.kind === 'holiday' && <span className={css.mark}>{t.off}</span>}
          {day?.kind === 'makeup' && <span className={`${css.mark} ${css.makeup}`}>{t.makeup}</span>}
          {day?.name && <span className={css.name}>{day.name}</span>}
        </span>
        <span className={css.due}>
          {nodes.slice(0, shownInCell).map((node) => (
            <span key={node.node} className={css.entry}>
              <Lamp colour={node.lamp} bare /> <span>{node.title}</span>
            </span>
          ))}
          {nodes.length > shownInCell && <span className={css.entry}>{t.more(nodes.length - shownInCell)}</span>}
        </span>
        {nodes.length > 0 && (
          <span className={css.few}>
            {nodes[0] && <Lamp colour={nodes[0].lamp} bare />} {nodes.length}
          </span>
        )}
      </button>
    </td>
  )
}

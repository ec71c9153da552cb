import { dateOfDay } from '#platform/kernel/working-time/civil-date.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { Drawn } from '../drawn.ts'
import css from './gantt.module.css'
import { type Column, columnsIn, type TimeScale } from './time-scale.ts'

const words = {
  node: ['节点', 'Node'],
  lamp: ['灯', 'Lamp'],
  span: ['起止', 'From, to'],
  today: ['今天', 'Today'],
  off: ['休', 'off'],
  makeup: ['班', 'on'],
} as const

type GanttHeadingProps = {
  readonly scale: TimeScale
  readonly from: number
  readonly to: number
  readonly days: Drawn['days']
  readonly now: number
}

/** The headings of the list, and years, months, weeks or days above the paper. */
export function GanttHeading({ scale, from, to, days, now }: GanttHeadingProps) {
  const t = useWords(words)
  const { upper, lower } = columnsIn(scale, from, to)
  const today = scale.xOf(now)
  return (
    <div className={css.heading}>
      <div className={css.corner} aria-hidden="true">
        <span>{t.node}</span>
        <span className={css.lamp}>{t.lamp}</span>
        <span className={css.span}>{t.span}</span>
      </div>
      <div className={css.times} aria-hidden="true">
        {upper.map((column) => (
          <UpperColumn key={column.day} column={column} scale={scale} />
        ))}
        {lower.map((column) => (
          <LowerColumn key={column.day} column={column} scale={scale} days={days} />
        ))}
        <span className={css.today} style={{ left: today }}>
          {t.today}
        </span>
      </div>
    </div>
  )
}

type ColumnProps = { readonly column: Column; readonly scale: TimeScale }

function UpperColumn({ column, scale }: ColumnProps) {
  const isChinese = useLanguage() === 'zh'
  const [year, month] = dateOfDay(column.day).split('-')
  const name = isChinese
    ? `${year} 年${scale.zoom === 'month' ? '' : ` ${Number(month)} 月`}`
    : `${year}${scale.zoom === 'month' ? '' : `-${month}`}`
  return (
    <span className={css.upper} style={{ left: column.x, width: column.width }}>
      <span className={css.sticky}>{column.width > 50 ? name : ''}</span>
    </span>
  )
}

function LowerColumn({ column, scale, days }: ColumnProps & Pick<GanttHeadingProps, 'days'>) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const date = dateOfDay(column.day)
  const [, month, day] = date.split('-').map(Number)
  const special = scale.zoom === 'day' ? days.get(date) : undefined
  const names = {
    day: `${day}`,
    week: `${month}/${day}`,
    month: isChinese ? `${month}月` : `${month}`,
  }
  const isOff = special !== undefined && special.kind !== 'makeup'
  return (
    <span
      className={isOff ? `${css.lower} ${css.off}` : css.lower}
      style={{ left: column.x, width: column.width }}
      title={special?.name ?? undefined}
    >
      {names[scale.zoom]}
      {special?.kind === 'holiday' && <small>{t.off}</small>}
      {special?.kind === 'makeup' && <small>{t.makeup}</small>}
    </span>
  )
}

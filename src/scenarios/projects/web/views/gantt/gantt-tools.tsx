import { Button } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './gantt.module.css'
import { type Zoom, zooms } from './time-scale.ts'

const words = {
  zoom: ['刻度', 'Scale'],
  day: ['日', 'Day'],
  week: ['周', 'Week'],
  month: ['月', 'Month'],
  today: ['今天', 'Today'],
  fold: ['全部收起', 'Fold all'],
  unfold: ['全部展开', 'Unfold all'],
  keys: ['键盘：↑↓ 选行，←→ 收展，回车打开', 'Keys: ↑↓ row, ←→ fold, Enter opens'],
  baseline: ['原计划（变更前）', 'Baseline, where changed'],
  forecast: ['预计拖到', 'Forecast'],
  critical: ['关键路径', 'Critical path'],
  off: ['休息日', 'Days off'],
} as const

type GanttToolsProps = {
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onToday: () => void
  readonly onFold: (isFolded: boolean) => void
}

/** The scale, the way to today, folding, and what the signs mean. */
export function GanttTools({ zoom, onZoom, onToday, onFold }: GanttToolsProps) {
  const t = useWords(words)
  return (
    <div className={css.tools}>
      <Choice
        label={t.zoom}
        value={zoom}
        options={zooms.map((value) => ({ value, label: t[value] }))}
        onChange={onZoom}
      />
      <Button onClick={onToday}>{t.today}</Button>
      <Button look="quiet" onClick={() => onFold(true)}>
        {t.fold}
      </Button>
      <Button look="quiet" onClick={() => onFold(false)}>
        {t.unfold}
      </Button>
      <ul className={css.legend}>
        <li className={css.signCritical}>{t.critical}</li>
        <li className={css.signBaseline}>{t.baseline}</li>
        <li className={css.signForecast}>{t.forecast}</li>
        <li className={css.signOff}>{t.off}</li>
      </ul>
      <span className={css.keys}>{t.keys}</span>
    </div>
  )
}

import { Choice } from '#platform/web/parts/choice.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import css from './board.module.css'
import { monthIn, periodOf, periodsOf, type Span, spanOf } from './period.ts'

const words = {
  span: ['按月、季度或年', 'By month, quarter or year'],
  period: ['时段', 'Period'],
  month: ['月', 'Month'],
  quarter: ['季', 'Quarter'],
  year: ['年', 'Year'],
} as const

type PeriodPickerProps = { readonly period: string; readonly onChange: (period: string) => void }

/** Chooses a month, quarter or year. */
export function PeriodPicker({ period, onChange }: PeriodPickerProps) {
  const t = useWords(words)
  const language = useLanguage()
  const span = spanOf(period)
  const options = (['month', 'quarter', 'year'] as const).map((value) => ({ value, label: t[value] }))
  return (
    <div className={css.picker}>
      <Choice<Span>
        label={t.span}
        value={span}
        options={options}
        onChange={(next) => onChange(periodOf(next, monthIn(period)))}
      />
      <label>
        <span className="visually-hidden">{t.period}</span>
        <select className={css.select} value={period} onChange={(event) => onChange(event.target.value)}>
          {periodsOf(span).map((one) => (
            <option key={one} value={one}>
              {tellPeriod(one, language)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** A period as people say it: `2026年11月`, `2026年四季度`, `2026年`. */
export function tellPeriod(period: string, language: 'zh' | 'en'): string {
  if (language === 'en') return period
  const year = `${period.slice(0, 4)}年`
  const span = spanOf(period)
  if (span === 'year') return year
  return span === 'month'
    ? `${year}${Number(period.slice(5))}月`
    : `${year}${'一二三四'[Number(period[6]) - 1] ?? ''}季度`
}

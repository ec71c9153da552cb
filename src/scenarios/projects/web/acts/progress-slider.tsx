import { useId } from 'react'
import { useWords } from '#platform/web/words/words.ts'
import css from './form.module.css'

const words = {
  progress: ['目前进度', 'Progress'],
  from: [(before: number) => `上次填报 ${before}%`, (before: number) => `${before}% reported before`],
  end: ['100% 由提交成果并验收达到', '100% is reached by acceptance'],
} as const

type ProgressSliderProps = {
  /** What was reported before; it does not go back. */
  readonly from: number
  readonly value: number
  readonly onChange: (progress: number) => void
}

const most = 99

/** How far it is, by thumb. */
export function ProgressSlider({ from, value, onChange }: ProgressSliderProps) {
  const t = useWords(words)
  const id = useId()
  return (
    <div className={css.slider}>
      <div className={css.figure}>
        <label htmlFor={id}>{t.progress}</label>
        <output htmlFor={id} className={css.number}>
          {value}%
        </output>
      </div>
      <input
        id={id}
        type="range"
        className={css.range}
        min={0}
        max={most}
        value={value}
        onChange={(event) => onChange(Math.max(from, Number(event.target.value)))}
      />
      <div className={css.ends}>
        <span>{t.from(from)}</span>
        <span>{t.end}</span>
      </div>
    </div>
  )
}

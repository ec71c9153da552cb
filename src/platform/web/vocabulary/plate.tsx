import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './plate.module.css'

export type PlateColour = 'green' | 'yellow' | 'red'

const words = {
  green: ['绿牌', 'Green plate'],
  yellow: ['黄牌', 'Yellow plate'],
  red: ['红牌', 'Red plate'],
} as const

type PlateProps = {
  readonly colour: PlateColour
  /** `2026-11` */
  readonly month: string
  readonly unit: string
  /** For which plan it was given. */
  readonly plan: string
}

/** 牌: a small enamel plate with month and unit; hovering or tapping tells for which plan. */
export function Plate({ colour, month, unit, plan }: PlateProps) {
  const t = useWords(words)
  return (
    <details className={`${css.plate} ${css[colour]}`}>
      <summary title={plan}>
        <b>{t[colour]}</b> {dotted(month, unit)}
      </summary>
      {plan}
    </details>
  )
}

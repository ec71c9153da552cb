import { useId } from 'react'
import css from './rules.module.css'

type DecisionSelectProps = {
  readonly label: string
  readonly value: string
  readonly decisions: readonly string[]
  readonly onChange: (decision: string) => void
}

/** One of a model's decisions. */
export function DecisionSelect({ label, value, decisions, onChange }: DecisionSelectProps) {
  const id = useId()
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={css.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {decisions.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  )
}

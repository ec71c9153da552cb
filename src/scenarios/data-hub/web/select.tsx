import { useId } from 'react'
import css from './data.module.css'

type SelectProps = {
  readonly label: string
  /** What stands for no choice. */
  readonly none: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string | undefined) => void
}

/** One of many, or none. */
export function Select({ label, none, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={css.select}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{none}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

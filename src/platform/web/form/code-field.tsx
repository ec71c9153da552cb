import { type ReactNode, useId } from 'react'
import type { FormValue } from './form-draft.ts'
import css from './form-fields.module.css'

type CodeFieldProps = {
  readonly label: string
  readonly value: FormValue
  readonly hint: ReactNode
  readonly error: string | undefined
  readonly onChange: (value: FormValue) => void
  /** Each value with what it means. */
  readonly codes: Readonly<Record<string, string>>
}

const mostInSight = 6

/** One of what a dictionary lists: all in sight where they are few, else from a list of the system's. */
export function CodeField({ label, value, hint, error, onChange, codes }: CodeFieldProps) {
  const id = useId()
  const options = Object.entries(codes)
  const described = { 'aria-describedby': hint || error ? `${id}-more` : undefined }
  return (
    <div className={css.group}>
      {options.length <= mostInSight ? (
        <fieldset className={css.options} {...described}>
          <legend className={css.label}>{label}</legend>
          {options.map(([code, name]) => (
            <label key={code} className={css.option}>
              <input type="radio" name={id} checked={value === code} onChange={() => onChange(code)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <>
          <label className={css.label} htmlFor={id}>
            {label}
          </label>
          <select
            id={id}
            className={css.select}
            value={value === null ? '' : String(value)}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
            aria-invalid={error ? true : undefined}
            {...described}
          >
            <option value="" />
            {options.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <div id={`${id}-more`}>
        {hint}
        {error && <p className={css.error}>{error}</p>}
      </div>
    </div>
  )
}

import { useId } from 'react'
import type { FormProperty } from '#platform/kernel/forms/index.ts'
import { TextField } from '#platform/web/parts/field.tsx'
import { useLanguage } from '#platform/web/words/words.ts'
import css from './certificate.module.css'

type FieldInputProps = {
  readonly property: FormProperty
  readonly required: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

const yesNo = { true: '是', false: '否' }

/** One field of a form, as its type asks for it. */
export function FieldInput({ property, required, value, onChange }: FieldInputProps) {
  const id = useId()
  const isChinese = useLanguage() === 'zh'
  const { title, 'x-english': english, 'x-unit': unit, 'x-type': type, 'x-codes': codes } = property
  const label = `${isChinese ? title : english}${unit ? `（${unit}）` : ''}`
  const choices = type === 'boolean' ? yesNo : codes
  if (choices === undefined)
    return (
      <TextField
        label={label}
        type={type === 'date' ? 'date' : 'text'}
        inputMode={type === 'integer' ? 'numeric' : type === 'decimal' || type === 'money' ? 'decimal' : 'text'}
        value={value}
        required={required}
        onChange={(e) => onChange(e.target.value)}
      />
    )
  return (
    <label htmlFor={id} className={css.labelled}>
      <span className={css.label}>{label}</span>
      <select
        id={id}
        className={css.select}
        value={value}
        required={required}
        onChange={(e) => onChange(e.target.value)}
      >
        <option value="" />
        {Object.entries(choices).map(([code, meaning]) => (
          <option key={code} value={code}>
            {meaning}
          </option>
        ))}
      </select>
    </label>
  )
}

import type { FormProperty } from '#platform/kernel/forms/index.ts'
import { groupedByFour } from '#platform/kernel/personal/index.ts'
import { Choice } from '../parts/choice.tsx'
import { TextField } from '../parts/field.tsx'
import { useDates } from '../words/dates.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { CodeField } from './code-field.tsx'
import type { Filled, FormDraft, FormValue } from './form-draft.ts'
import css from './form-fields.module.css'

const words = {
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  optional: ['（选填）', ' (optional)'],
  brought: [
    (source: string, day: string) => `${source}提供${day && `，数据日期 ${day}`}`,
    (source: string, day: string) => `from ${source}${day && `, as of ${day}`}`,
  ],
} as const

/** The fields of a form, in its order, each as its kind is best filled in; what data brought says who brought it and of which day. */
export function FormFields({ draft, only }: { readonly draft: FormDraft; readonly only?: readonly string[] }) {
  const shown = Object.entries(draft.form.properties).filter(([field]) => only === undefined || only.includes(field))
  return (
    <div className={css.fields}>
      {shown.map(([field, property]) => (
        <div key={field} data-field={field}>
          <OneField field={field} property={property} draft={draft} />
        </div>
      ))}
    </div>
  )
}

/** Brings whoever tried to go on to the first thing that is wrong, with keyboard and eye. */
export function focusField(within: HTMLElement, field: string): void {
  within.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, select, textarea, button)`)?.focus()
}

type OneFieldProps = { readonly field: string; readonly property: FormProperty; readonly draft: FormDraft }

function OneField({ field, property, draft }: OneFieldProps) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const value = draft.typed[field] ?? null
  const name = isChinese ? property.title : property['x-english']
  const label = draft.form.required.includes(field) ? name : `${name}${t.optional}`
  const fault = draft.faults.find((one) => one.field === field)
  const filled = draft.filled[field]
  const common = {
    ...{ label, value, hint: <Hint property={property} filled={filled?.value === value ? filled : undefined} /> },
    error: fault && (isChinese ? fault.zh : fault.en),
    onChange: (next: FormValue) => draft.set(field, next),
  }
  if (property['x-type'] === 'boolean') return <YesNo {...common} />
  if (property['x-type'] === 'code') return <CodeField {...common} codes={property['x-codes'] ?? {}} />
  return <LineField {...common} type={property['x-type']} />
}

/** What every kind of field is given. */
type FieldProps = {
  readonly label: string
  readonly value: FormValue
  readonly hint: React.ReactNode
  readonly error: string | undefined
  readonly onChange: (value: FormValue) => void
}

function LineField({
  label,
  value,
  hint,
  error,
  onChange,
  type,
}: FieldProps & { readonly type: FormProperty['x-type'] }) {
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value)}
      {...(type.startsWith('bank-') && { onBlur: () => onChange(groupedByFour(String(value ?? ''))) })}
      {...manners[type]}
    />
  )
}

const manners: Readonly<Partial<Record<FormProperty['x-type'], React.InputHTMLAttributes<HTMLInputElement>>>> = {
  date: { type: 'date' },
  integer: { inputMode: 'numeric' },
  decimal: { inputMode: 'decimal' },
  money: { inputMode: 'decimal' },
  phone: { inputMode: 'tel', autoComplete: 'tel-national' },
  'bank-card': { inputMode: 'numeric', autoComplete: 'off', maxLength: 48 },
  'bank-account': { inputMode: 'numeric', autoComplete: 'off', maxLength: 48 },
}

function YesNo({ label, value, hint, error, onChange }: FieldProps) {
  const t = useWords(words)
  return (
    <div className={css.group}>
      <span className={css.label} aria-hidden="true">
        {label}
      </span>
      <Choice
        label={label}
        value={value === null ? '' : String(value)}
        onChange={(next) => onChange(next === 'true')}
        options={[
          { value: 'true', label: t.yes },
          { value: 'false', label: t.no },
        ]}
      />
      {hint}
      {error && <p className={css.error}>{error}</p>}
    </div>
  )
}

function Hint({ property, filled }: { readonly property: FormProperty; readonly filled: Filled | undefined }) {
  const t = useWords(words)
  const dates = useDates()
  const unit = property['x-unit']
  const parts = [property.description, unit && `（${unit}）`].filter(Boolean).join('')
  if (!parts && !filled) return null
  return (
    <span className={css.hint}>
      {parts && <span>{parts}</span>}
      {filled && (
        <span className={css.brought}>
          {t.brought(filled.source, filled.asOf === null ? '' : dates.day(filled.asOf))}
        </span>
      )}
    </span>
  )
}

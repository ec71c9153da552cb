import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react'
import css from './field.module.css'

type Framed = { readonly label: string; readonly hint?: ReactNode; readonly error?: string | undefined }
type TextFieldProps = Framed & InputHTMLAttributes<HTMLInputElement>
type TextAreaProps = Framed & TextareaHTMLAttributes<HTMLTextAreaElement>

/** A labelled line of text. */
export function TextField({ label, hint, error, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input {...rest} id={id} className={css.input} {...described(id, hint, error)} />
    </Frame>
  )
}

/** A labelled passage of text. */
export function TextArea({ label, hint, error, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea rows={4} {...rest} id={id} className={css.input} {...described(id, hint, error)} />
    </Frame>
  )
}

function Frame({ id, label, hint, error, children }: Framed & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {children}
      {hint && (
        <div id={`${id}-hint`} className={css.hint}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={css.error}>
          {error}
        </div>
      )}
    </div>
  )
}

function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

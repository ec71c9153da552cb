import type { FormEvent, ReactNode } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import css from './form.module.css'

type ActFormProps = {
  readonly lead?: string
  readonly label: string
  readonly danger?: boolean
  readonly busy: boolean
  /** True while something is missing. */
  readonly blocked?: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The form of one act: what it means, its fields, what went wrong, and the one button at its foot. */
export function ActForm({
  lead,
  label,
  danger = false,
  busy,
  blocked = false,
  error,
  onSubmit,
  children,
}: ActFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {lead && <p className={css.lead}>{lead}</p>}
      {children}
      <FailureMessage error={error} />
      <div className={css.foot}>
        <Button type="submit" look={danger ? 'danger' : 'main'} busy={busy} disabled={blocked}>
          {label}
        </Button>
      </div>
    </form>
  )
}

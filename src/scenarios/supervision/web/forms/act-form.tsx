import type { FormEvent, ReactNode } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import css from '../duty.module.css'

type ActFormProps = {
  readonly lead: string
  readonly label: string
  readonly danger?: boolean
  /** True while something is missing. */
  readonly blocked?: boolean
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The form of one act: what it means, its fields, what went wrong, and the one button at its foot. */
export function ActForm({ lead, label, danger = false, blocked = false, act, onSubmit, children }: ActFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className={css.note}>{lead}</p>
      {children}
      <FailureMessage error={act.error} />
      <Button type="submit" look={danger ? 'danger' : 'main'} busy={act.isPending} disabled={blocked} wide>
        {label}
      </Button>
    </form>
  )
}

import type { FormEvent, ReactNode } from 'react'
import css from './act-form.module.css'
import { Button } from './button.tsx'
import { FailureMessage } from './failure-message.tsx'

/** What a form of one act is made of. */
export type ActFormProps = {
  /** What the act means, in a sentence. */
  readonly lead: string
  /** What its button says. */
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
      <p className={css.lead}>{lead}</p>
      {children}
      <FailureMessage error={act.error} />
      <Button type="submit" look={danger ? 'danger' : 'main'} busy={act.isPending} disabled={blocked} wide>
        {label}
      </Button>
    </form>
  )
}

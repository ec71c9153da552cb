import type { FormEvent, ReactNode } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { touched } from './api.ts'
import css from './cases.module.css'

const words = {
  send: ['确认', 'Confirm'],
  done: ['已办理，记入过程', 'Done and recorded'],
} as const

/** Does one thing to a case, says that it is done, and closes its form. */
export function useAct<I, O>(call: Parameters<typeof useCommand<I, O>>[0], onDone: () => void) {
  const t = useWords(words)
  const tell = useNotice()
  return useCommand<I, O>(call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      onDone()
    },
  })
}

type ActFormProps = {
  readonly lead: string
  readonly danger?: boolean
  readonly blocked?: boolean
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The frame of each form on a case: what it means, its fields, what went wrong, one button. */
export function ActForm({ lead, danger = false, blocked = false, act, onSubmit, children }: ActFormProps) {
  const t = useWords(words)
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
        {t.send}
      </Button>
    </form>
  )
}

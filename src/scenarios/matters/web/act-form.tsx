import { useCommand } from '#platform/web/api/command.ts'
import { type ActFormProps, ActForm as PlainForm } from '#platform/web/parts/act-form.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { touched } from './api.ts'

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

/** The form of one thing that is done to a case. */
export function ActForm(props: Omit<ActFormProps, 'label'>) {
  const t = useWords(words)
  return <PlainForm label={t.send} {...props} />
}

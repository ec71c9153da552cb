import { useCommand } from '#platform/web/api/command.ts'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { touched } from '../api.ts'

/** The call of a route. */
export type Call<I, O> = Parameters<typeof useCommand<I, O>>[0]

/** A command on a node that tells what was done and leaves the form. */
export function useActCommand<I, O>(call: Call<I, O>, told: string, onDone: () => void) {
  const tell = useNotice()
  return useCommand<I, O>(call, {
    touches: touched,
    onDone: () => {
      tell(told)
      onDone()
    },
  })
}

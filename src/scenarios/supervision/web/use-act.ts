import { useAddress } from '#platform/web/address.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { type DutyAct, dutyActs } from '../contract/views.ts'
import { touched } from './api.ts'

/** What the side panel shows: an act about the duty, an answer to a request, or why it climbed. */
export type PanelAct = DutyAct | 'decide' | 'why'

/** The act whose form is open (the address says which), how to open another, and how to leave it. */
export function useAct() {
  const [{ do: act, of }, change] = useAddress<{ do?: string; of?: string }>()
  const known: readonly string[] = [...dutyActs, 'decide', 'why']
  return {
    act: act !== undefined && known.includes(act) ? (act as PanelAct) : undefined,
    /** The request that is answered. */
    of,
    open: (next: PanelAct, about?: string) => change({ do: next, of: about }),
    close: () => change({ do: undefined, of: undefined }),
  }
}

type Call<I, O> = Parameters<typeof useCommand<I, O>>[0]

/** A command on a duty that tells what was done and leaves the form. */
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

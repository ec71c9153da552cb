import { useNavigate } from '@tanstack/react-router'
import { useAddress } from '#platform/web/address.ts'

/** What can be done on the page of a thing; the form of one act is open at a time, and the address says which. */
export const acts = ['report', 'submit', 'accept', 'return', 'appeal', 'answer', 'why'] as const
export type Act = (typeof acts)[number]

/** The act whose form is open, how to open another, and how to leave it once it is done. */
export function useAct() {
  const [{ do: act, of, from }, change] = useAddress<{ do?: string; of?: string; from?: string }>()
  const navigate = useNavigate()
  const close = () => change({ do: undefined, of: undefined, from: undefined })
  return {
    act: acts.find((known) => known === act),
    /** What the act is about, where a page shows several such things. */
    of,
    open: (next: Act, about?: string) => change({ do: next, of: about, from: undefined }),
    close,
    /** After an act that began on the page of today one goes on there. */
    done: () => (from === 'today' ? void navigate({ to: '/today' }) : close()),
  }
}

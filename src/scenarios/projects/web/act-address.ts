import { useNavigate } from '@tanstack/react-router'
import { useAddress } from '#platform/web/address.ts'

/** What can be done with a node; the form of one act is open at a time, and the address says which. */
export const acts = ['report', 'submit', 'accept', 'return', 'appeal', 'answer', 'why'] as const
export type Act = (typeof acts)[number]

/** The act whose form is open, how to open another, and how to leave it once it is done. */
export function useAct() {
  const [{ do: act, from }, change] = useAddress<{ do?: string; from?: string }>()
  const navigate = useNavigate()
  const close = () => change({ do: undefined, from: undefined })
  return {
    act: acts.find((known) => known === act),
    open: (next: Act) => change({ do: next, from: undefined }),
    close,
    /** After an act that began on the page of today one goes on there. */
    done: () => (from === 'today' ? void navigate({ to: '/today' }) : close()),
  }
}

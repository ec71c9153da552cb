import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sessionApi, useSession } from '../api/session.ts'
import { forget } from '../outbox/local-store.ts'
import { useOutbox } from '../outbox/use-outbox.ts'

/** Ends the session; where something is not sent yet, says first that it would be lost. */
export function useSignOut() {
  const leave = useLeave()
  const navigate = useNavigate()
  const isAnythingLeft = useOutbox().length > 0
  const warn = () => void navigate({ to: '/outbox', search: { leaving: 'yes' } as never })
  return { isPending: leave.isPending, mutate: () => (isAnythingLeft ? warn() : leave.mutate()) }
}

/**
 * Ends the session and leaves for the door by loading it anew, so that nothing the screens held stays in memory, nor anything of
 * the person on this device.
 */
export function useLeave() {
  const { person } = useSession()
  return useMutation({
    mutationFn: async () => {
      await sessionApi.signOut.call(undefined)
      await forget(person)
    },
    onSuccess: () => location.assign('/sign-in'),
  })
}

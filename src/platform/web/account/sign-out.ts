import { useMutation } from '@tanstack/react-query'
import { sessionApi } from '../api/session.ts'

/** Ends the session and leaves for the door by loading it anew, so that nothing the screens held stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => sessionApi.signOut.call(undefined),
    onSuccess: () => location.assign('/sign-in'),
  })
}

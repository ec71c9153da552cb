import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sessionApi, sessionQuery } from '../api/session.ts'

/** Ends the session and forgets all that the screens held. */
export function useSignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => sessionApi.signOut.call(undefined),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, null)
    },
  })
}

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Session } from '#platform/contract/session-contract.ts'
import { sessionContract } from '#platform/contract/session-contract.ts'
import { clientOf } from './client.ts'
import { isProblem } from './failure.ts'

/** The routes of sign-in, sign-out, posts and credentials. */
export const sessionApi = clientOf('session', sessionContract)

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session', 'who'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }): Promise<Session | null> =>
    sessionApi.current.call(undefined, { signal }).catch((error: unknown) => {
      if (isProblem(error, 401)) return null
      throw error
    }),
})

/** The session, on any page behind the door; there is always one there. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession outside the door')
  return data
}

/** Whether the present post holds a permission at all; the server asks again of the thing itself. */
export function useMay(permission: string): boolean {
  return permission in useSession().permissions
}

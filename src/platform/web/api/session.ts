import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
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

/** The session behind the door; the door provides it. */
export const SessionContext = createContext<Session | null>(null)

/** The session, on any page behind the door; there is always one there. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the door')
  return session
}

/** Whether the present post holds a permission at all; the server asks again of the thing itself. */
export function useMay(permission: string): boolean {
  return permission in useSession().permissions
}

/** The entries of a list that the present post may open; one without a permission is for everybody. */
export function useAllowed<T extends { readonly permission?: string }>(entries: readonly T[]): readonly T[] {
  const { permissions } = useSession()
  return entries.filter(({ permission }) => permission === undefined || permission in permissions)
}

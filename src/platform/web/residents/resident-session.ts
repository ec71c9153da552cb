import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type Resident, residentContract } from '#platform/contract/resident-contract.ts'
import { clientOf } from '../api/client.ts'
import { isProblem } from '../api/failure.ts'

/** The routes of the residents' door. */
export const residentApi = clientOf('residents', residentContract)

/** Which resident is signed in; null where none is. */
export const residentQuery = queryOptions({
  queryKey: ['residents', 'who'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }): Promise<Resident | null> =>
    residentApi.current.call(undefined, { signal }).catch((error: unknown) => {
      if (isProblem(error, 401) || isProblem(error, 'session.resident-only')) return null
      throw error
    }),
})

/** The resident behind the residents' door; the door provides it. */
export const ResidentContext = createContext<Resident | null>(null)

/** The resident, on any page behind the residents' door. */
export function useResident(): Resident {
  const resident = useContext(ResidentContext)
  if (!resident) throw new Error('useResident outside the residents’ door')
  return resident
}

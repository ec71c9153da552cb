import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { UnansweredError } from '../api/failure.ts'
import { type Remembered, recall, remember } from './local-store.ts'

/**
 * A query whose last answer this device keeps, for when the server cannot be reached: then the query gives that, and `since`
 * says from when it is. Nothing is kept past sign-out or the end of the session.
 */
export function useRemembered<T>(name: string, query: UseQueryResult<T>, person: string | undefined) {
  const { data, error } = query
  const [kept, setKept] = useState<Remembered<T>>()
  const isCut = data === undefined && error instanceof UnansweredError
  useEffect(() => {
    if (data !== undefined && person !== undefined)
      void remember(name, { value: data, at: new Date().toISOString(), person })
  }, [name, data, person])
  useEffect(() => {
    if (isCut) void recall(name).then((found) => setKept(found as Remembered<T> | undefined))
  }, [isCut, name])
  if (!isCut || !kept) return { query, since: undefined }
  return { query: { ...query, data: kept.value } as UseQueryResult<T>, since: kept.at }
}

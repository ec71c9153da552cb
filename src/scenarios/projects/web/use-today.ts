import { useQuery } from '@tanstack/react-query'
import { useSession } from '#platform/web/api/session.ts'
import { useRemembered } from '#platform/web/outbox/remembered.ts'
import { api } from './api.ts'

/** One's day; without network as it last was. */
export function useToday() {
  const { person } = useSession()
  const today = useQuery(api.today.queryOptions({ refetchInterval: 60_000 }))
  return useRemembered(todayOf(person), today, person)
}

/** The name under which a person's day is kept on the device. */
export function todayOf(person: string): string {
  return `projects.today ${person}`
}

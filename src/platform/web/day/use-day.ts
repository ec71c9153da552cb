import { useQuery } from '@tanstack/react-query'
import type { Day } from '#platform/contract/day-contract.ts'
import { dayContract } from '#platform/contract/day-contract.ts'
import { clientOf } from '../api/client.ts'
import { useSession } from '../api/session.ts'
import { recall } from '../outbox/local-store.ts'
import { useRemembered } from '../outbox/remembered.ts'

const api = clientOf('day', dayContract)
const nameOf = (person: string) => `day ${person}`

/** What the signed-in person has to do; without network as it last was. */
export function useDay() {
  const { person } = useSession()
  const day = useQuery(api.day.queryOptions({ refetchInterval: 60_000 }))
  return useRemembered(nameOf(person), day, person)
}

/** The day as this device last had it, and from when that is. */
export async function recallDay(person: string): Promise<{ readonly day: Day; readonly since: string } | undefined> {
  const kept = await recall(nameOf(person))
  return kept && { day: kept.value as Day, since: kept.at }
}

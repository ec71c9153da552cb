import { useQuery, useQueryClient } from '@tanstack/react-query'
import { use, useCallback, useEffect, useMemo } from 'react'
import { useSession } from '../api/session.ts'
import { upload } from '../api/upload.ts'
import { deleteAct, listActs, putAct, type StoredAct } from './local-store.ts'
import { SendersContext } from './outbox-context.ts'
import { sendActs } from './send-acts.ts'

const key = (person: string) => ['outbox', person] as const
const everySoOftenMs = 30_000

/** What the signed-in person has done without network on this device and is not with the server yet. */
export function useOutbox(): readonly StoredAct[] {
  const { person } = useSession()
  const acts = useQuery({ queryKey: key(person), queryFn: () => listActs(person), staleTime: Number.POSITIVE_INFINITY })
  return acts.data ?? none
}

const none: readonly StoredAct[] = []

/** Keeps acts, gives them up, and sends them. */
export function useOutboxActs() {
  const { person, post } = useSession()
  const senders = use(SendersContext)
  const queries = useQueryClient()
  return useMemo(() => {
    const changed = () => queries.invalidateQueries({ queryKey: key(person) })
    const send = async () => {
      const acts = (await listActs(person)).filter((act) => act.post === post)
      const count = await alone(() =>
        sendActs(acts, {
          upload: async ({ key, name, type, blob }) => (await upload(new File([blob], name, { type }), key)).file,
          senderOf: async (kind) => (await senders[kind]?.())?.send,
          sent: ({ id }) => deleteAct(id),
          refused: (act, refusal) => putAct({ ...act, refusal }),
        }),
      )
      await (count ? queries.invalidateQueries() : changed())
      return count ?? 0
    }
    return {
      send,
      keep: async (act: StoredAct) => {
        void navigator.storage?.persist?.()
        await putAct(act)
        await changed()
      },
      giveUp: async (act: StoredAct) => {
        await deleteAct(act.id)
        await changed()
      },
      /** Sends a refused act once more, as it is. */
      retry: async (act: StoredAct) => {
        await putAct({ ...act, refusal: null })
        await send()
      },
    }
  }, [person, post, senders, queries])
}

/** Sends what waits as soon as it can be: when the page opens, when the network is back, when one comes back to the page. */
export function useOutboxSending(): void {
  const { send } = useOutboxActs()
  const waits = useOutbox().some(({ refusal }) => refusal === null)
  const trySending = useCallback(() => void (document.visibilityState === 'visible' && send()), [send])
  useEffect(() => {
    if (!waits) return
    trySending()
    const timer = setInterval(trySending, everySoOftenMs)
    addEventListener('online', trySending)
    document.addEventListener('visibilitychange', trySending)
    return () => {
      clearInterval(timer)
      removeEventListener('online', trySending)
      document.removeEventListener('visibilitychange', trySending)
    }
  }, [waits, trySending])
}

/** One tab sends at a time; where the browser has no locks, the keys of the acts keep doubles apart. */
async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (!navigator.locks) return work()
  return navigator.locks.request('xianqu.outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
}

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { listen } from './live-source.ts'

/** Whether the screen follows the record, and when it last heard of it. */
export type Live = { readonly isCut: boolean; readonly heardAt: number }

const pauseMilliseconds = 2_000

/**
 * Keeps queries as fresh as the record: when something of these topics has been recorded, the queries under `touches` are
 * loaded anew, at most once every two seconds. Declare both outside the component.
 * @example const live = useLive(topics, [api.cockpit.key()]) // live.isCut: grey, with live.heardAt
 */
export function useLive(topics: readonly string[], touches: readonly QueryKey[]): Live {
  const queries = useQueryClient()
  const [live, setLive] = useState<Live>(() => ({ isCut: false, heardAt: Date.now() }))
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const refresh = () => {
      pending.current ??= setTimeout(() => {
        pending.current = undefined
        for (const queryKey of touches) void queries.invalidateQueries({ queryKey })
      }, pauseMilliseconds)
    }
    const source = listen(topics, {
      onNews: ({ kind }) => {
        setLive({ isCut: false, heardAt: Date.now() })
        if (kind !== 'beat') refresh()
      },
      onCut: () => setLive((before) => (before.isCut ? before : { ...before, isCut: true })),
    })
    return () => {
      source.close()
      clearTimeout(pending.current)
      pending.current = undefined
    }
  }, [queries, topics, touches])
  return live
}

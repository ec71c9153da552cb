import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { HalfKnown } from '../contract/routes/window.ts'
import type { Draft } from '../contract/views.ts'
import { api } from './api.ts'

const pauseMilliseconds = 800

/** What a clerk left half filled in. */
export type KeptAtWindow = { readonly applicant: HalfKnown; readonly savedAt: string } & Pick<Draft, 'materials'> & {
    readonly form: Readonly<Record<string, string | number | boolean | null>>
  }

type Typed = Omit<KeptAtWindow, 'savedAt'>

/**
 * Keeps a form at the window while it is filled in, on the server alone and a moment after the last key: a desk is shared, so nothing of
 * whoever stands there stays in its browser.
 */
export function useKeptAtWindow(matter: string, typed: Typed) {
  const queries = useQueryClient()
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const text = JSON.stringify(typed)
  const first = useRef(text)
  useEffect(() => {
    if (text === first.current) return
    first.current = ''
    const save = () => {
      saving.current = api.saveDraftAtWindow.call({ matter, ...JSON.parse(text) }).catch(() => undefined)
    }
    timer.current = setTimeout(save, pauseMilliseconds)
    return () => clearTimeout(timer.current)
  }, [matter, text])
  return {
    /** Before it is handed in: nothing that is still on its way comes after it. */
    settle: async () => {
      clearTimeout(timer.current)
      await saving.current
    },
    /** It does not come up again. */
    forget: () => queries.removeQueries({ queryKey: api.draftAtWindow.key() }),
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Filled, FormValue } from '#platform/web/form/form-draft.ts'
import { findInTab, forgetInTab, keepInTab, type TabDraft } from '#platform/web/form/tab-draft.ts'
import { mattersApi } from './api.ts'
import type { Whom } from './for-whom.tsx'

const pauseMilliseconds = 1500

/** Whose draft it is, and what for. */
export type DraftOf = { readonly resident: string; readonly matter: string; readonly whom: Whom }

/** What this tab still holds of a form that was begun. */
export function keptInTab(of: DraftOf): TabDraft | undefined {
  return findInTab(nameOf(of))
}

/**
 * Keeps a form while it is filled in: in this tab at once, so that a reload, a lost network and a session that ran out take nothing away;
 * and, of one's own, on the server a moment after the last key, for the next device. What data brought is not kept: it is asked for anew.
 */
export function useKeptDraft(of: DraftOf, { form, materials }: TabDraft, filled: Readonly<Record<string, Filled>>) {
  const queries = useQueryClient()
  const { matter, whom } = of
  const name = nameOf(of)
  const typed = Object.entries(form).filter(([field, value]) => filled[field]?.value !== value)
  const text = JSON.stringify({ form: Object.fromEntries(typed), materials })
  const isEmpty = typed.length === 0 && Object.keys(materials).length === 0
  const isOwn = whom.resident === undefined && whom.enterprise === undefined
  useEffect(() => {
    if (isEmpty) return
    const draft = JSON.parse(text) as { form: Record<string, FormValue>; materials: Record<string, string[]> }
    keepInTab(name, draft)
    if (!isOwn) return
    const timer = setTimeout(
      () => void mattersApi.saveDraft.call({ matter, ...draft }).catch(() => undefined),
      pauseMilliseconds,
    )
    return () => clearTimeout(timer)
  }, [matter, name, text, isEmpty, isOwn])
  return {
    /** Handed in: neither copy comes up again. */
    forget: () => {
      forgetInTab(name)
      queries.removeQueries({ queryKey: mattersApi.draft.key() })
    },
  }
}

function nameOf({ resident, matter, whom }: DraftOf): string {
  return [resident, matter, whom.resident ?? whom.enterprise ?? 'own'].join('.')
}

import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useCallback, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { Panel } from './panel.tsx'
import css from './unsaved-guard.module.css'

const words = {
  title: ['有修改还没有保存', 'There are unsaved changes'],
  lead: [
    '现在离开，这些修改就没有了。可以留下继续编辑，保存后再离开。',
    'Leave now and these changes are gone. Stay, save them, then leave.',
  ],
  stay: ['留下继续编辑', 'Stay'],
  leave: ['放弃修改并离开', 'Give up the changes and leave'],
} as const

type UnsavedGuard = {
  /** The question, while somebody is about to leave; put it anywhere in the page. */
  readonly question: ReactNode
  /** Lets the next leave pass: what was unsaved has gone where it was meant to. */
  release(): void
}

/**
 * Keeps unsaved work from being lost unnoticed: links, the back button and other views ask first, and so does the browser before a
 * reload or the closing of the tab.
 * @param isUnsaved whether there is anything to lose
 */
export function useUnsavedGuard(isUnsaved: boolean): UnsavedGuard {
  const t = useWords(words)
  const isReleased = useRef(false)
  const shouldBlockFn = useCallback(
    ({ current, next }: { current: Place; next: Place }) =>
      isUnsaved && !isReleased.current && placeOf(current) !== placeOf(next),
    [isUnsaved],
  )
  const blocker = useBlocker({ shouldBlockFn, enableBeforeUnload: isUnsaved, withResolver: true })
  const release = useCallback(() => {
    isReleased.current = true
  }, [])
  if (blocker.status !== 'blocked') return { question: null, release }
  const question = (
    <Panel title={t.title} onClose={blocker.reset}>
      <div className={css.question}>
        <p>{t.lead}</p>
        <Button look="main" onClick={blocker.reset}>
          {t.stay}
        </Button>
        <Button look="danger" onClick={blocker.proceed}>
          {t.leave}
        </Button>
      </div>
    </Panel>
  )
  return { question, release }
}

type Place = { readonly pathname: string; readonly search: object }

/** A page in one of its views; what else the address says does not leave the work. */
function placeOf({ pathname, search }: Place): string {
  return `${pathname} ${'view' in search ? String(search.view) : ''}`
}

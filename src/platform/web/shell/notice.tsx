import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import css from './notice.module.css'

const staysMs = 5000
const NoticeContext = createContext<(sentence: string) => void>(() => undefined)

/** Tells that an act is done, in one sentence at the edge of the screen. */
export function useNotice(): (sentence: string) => void {
  return useContext(NoticeContext)
}

/** The place where notices appear. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<{ readonly sentence: string }>()
  const tell = useCallback((sentence: string) => setNotice({ sentence }), [])
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => setNotice(undefined), staysMs)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <NoticeContext value={tell}>
      {children}
      <div role="status" className={css.place}>
        {notice && (
          <div className={css.notice}>
            <Icon name="check" size={18} />
            {notice.sentence}
          </div>
        )}
      </div>
    </NoticeContext>
  )
}

import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './hall.module.css'

const words = {
  back: ['返回大屏', 'Back to the wall'],
  leave: ['不再用作大屏', 'This is no wall any more'],
} as const

const storageKey = 'xianqu.hall'

/** Makes the tab one of a hall: whatever is opened from its wall is larger, and has a way back to it. */
export function useHall(path: string): void {
  useEffect(() => sessionStorage.setItem(storageKey, path), [path])
}

/** The way back to the wall from which this tab came; nothing in a tab that never showed one. */
export function HallReturn() {
  const t = useWords(words)
  const [wall, setWall] = useState(() => sessionStorage.getItem(storageKey))
  useEffect(() => {
    if (wall === null) return
    document.documentElement.dataset.hall = ''
    return () => {
      delete document.documentElement.dataset.hall
    }
  }, [wall])
  if (wall === null) return null
  const leave = () => {
    sessionStorage.removeItem(storageKey)
    setWall(null)
  }
  return (
    <div className={css.hall}>
      <Link to={wall} className={css.back}>
        <Icon name="back" /> {t.back}
      </Link>
      <button type="button" className={css.leave} onClick={leave} aria-label={t.leave} title={t.leave}>
        <Icon name="close" />
      </button>
    </div>
  )
}

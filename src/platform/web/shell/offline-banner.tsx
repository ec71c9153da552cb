import { useSyncExternalStore } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './offline-banner.module.css'

const words = {
  offline: [
    '网络已断开。看到的是断网前的内容；填报和照片会先存在本机，联网后自动发送。',
    'You are offline. What you see may be old; reports and photographs are kept here and sent later.',
  ],
} as const

/** Says that the network is cut, and what that means for what one sees. */
export function OfflineBanner() {
  const t = useWords(words)
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (isOnline) return null
  return (
    <div role="status" className={css.banner}>
      <Icon name="offline" size={18} /> {t.offline}
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

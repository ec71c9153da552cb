import { useEffect, useState } from 'react'
import { useLanguage } from '#platform/web/words/words.ts'
import css from './cockpit.module.css'

/** The wall's own clock, in the county's time. */
export function WallClock() {
  const [now, setNow] = useState(() => Date.now())
  const language = useLanguage()
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time className={css.clock} dateTime={new Date(now).toISOString()}>
      {dayIn(language, now)} <b>{timeOfDay(now)}</b>
    </time>
  )
}

/** `12:05:33` in the county. */
export function timeOfDay(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' }).format(instant)
}

function dayIn(language: 'zh' | 'en', instant: number): string {
  const options = { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long' } as const
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options)
    .format(instant)
    .replace('日星', '日 星')
}

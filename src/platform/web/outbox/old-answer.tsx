import { Icon } from '../parts/icon.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import css from './old-answer.module.css'

const words = {
  old: [
    (moment: string) => `现在没有网络。这是 ${moment} 的内容，联网后自动更新。`,
    (moment: string) => `No network. This is as of ${moment}, and is renewed once the network is back.`,
  ],
} as const

/** Says that what one sees is old, and from when. */
export function OldAnswer({ since }: { readonly since: string }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <p role="status" className={css.old}>
      <Icon name="clock" size={18} /> {t.old(dates.moment(since))}
    </p>
  )
}

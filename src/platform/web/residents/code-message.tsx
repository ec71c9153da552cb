import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './resident-forms.module.css'

const words = {
  sent: ['短信已发出。', 'The message has been sent.'],
  demo: [
    '演示短信（演示县没有接通短信，收到的就是这一条）',
    'Demo message (this demo county has no SMS; this is what would arrive)',
  ],
} as const

/** Says that a code was sent; in a demonstration county, shows the message itself. */
export function CodeMessage({ shown }: { readonly shown: string | null }) {
  const t = useWords(words)
  return (
    <div role="status" className={css.message}>
      <Icon name="info" />
      <div>
        <p>{shown === null ? t.sent : t.demo}</p>
        {shown !== null && <p className={css.text}>{shown}</p>}
      </div>
    </div>
  )
}

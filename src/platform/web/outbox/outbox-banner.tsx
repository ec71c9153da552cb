import { Link } from '@tanstack/react-router'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './outbox.module.css'
import { useOutbox, useOutboxSending } from './use-outbox.ts'

const words = {
  waiting: [
    (count: number) => `${count} 项已存在本机，待联网发送`,
    (count: number) => `${count} kept on this device, to be sent once the network is back`,
  ],
  refused: [(count: number) => `${count} 项没有被接受，等你决定`, (count: number) => `${count} not accepted: decide`],
  look: ['查看', 'Look'],
} as const

/** Says on every page what of one's own acts is not with the server yet; and sends it. */
export function OutboxBanner() {
  const t = useWords(words)
  const acts = useOutbox()
  useOutboxSending()
  const refused = acts.filter(({ refusal }) => refusal !== null).length
  if (acts.length === 0) return null
  return (
    <div role="status" className={css.banner}>
      <Icon name={refused > 0 ? 'late' : 'upload'} size={18} />
      <span>{refused > 0 ? t.refused(refused) : t.waiting(acts.length)}</span>
      <Link to="/outbox">{t.look}</Link>
    </div>
  )
}

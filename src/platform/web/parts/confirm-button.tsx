import { useState } from 'react'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import css from './confirm-button.module.css'

const words = { keep: ['先不', 'Keep it'] } as const

type ConfirmButtonProps = {
  readonly label: string
  /** What the second press does, in a word. */
  readonly sure: string
  readonly busy: boolean
  readonly onConfirm: () => void
}

/** A button for what cannot be undone: pressed once it asks, pressed again it acts. */
export function ConfirmButton({ label, sure, busy, onConfirm }: ConfirmButtonProps) {
  const t = useWords(words)
  const [isAsked, setAsked] = useState(false)
  if (!isAsked && !busy) return <Button onClick={() => setAsked(true)}>{label}</Button>
  return (
    <span className={css.pair}>
      <Button look="danger" busy={busy} autoFocus onClick={onConfirm}>
        {sure}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => setAsked(false)}>
        {t.keep}
      </Button>
    </span>
  )
}

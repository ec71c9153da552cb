import { useEffect, useState } from 'react'
import { useWords } from '../words/words.ts'
import { Button, type ButtonLook } from './button.tsx'
import css from './confirm-button.module.css'

const words = { keep: ['先不', 'Keep it'] } as const

type ConfirmButtonProps = {
  readonly label: string
  /** What the second press does, in a word. */
  readonly sure: string
  /** What it concerns, for a screen reader, where several stand in a list. */
  readonly about?: string
  /** How the second press looks; `main` where nothing is ended by it. */
  readonly look?: ButtonLook
  readonly busy: boolean
  readonly onConfirm: () => void
}

/** A button for what cannot be undone: pressed once it asks, pressed again it acts. What came of it leaves it as it was. */
export function ConfirmButton({ label, sure, about, look = 'danger', busy, onConfirm }: ConfirmButtonProps) {
  const t = useWords(words)
  const [step, setStep] = useState<'fresh' | 'asked' | 'kept'>('fresh')
  useEffect(() => (busy ? () => setStep('kept') : undefined), [busy])
  const named = (words: string) => about && `${words} ${about}`
  if (step !== 'asked' && !busy)
    return (
      <Button aria-label={named(label)} autoFocus={step === 'kept'} onClick={() => setStep('asked')}>
        {label}
      </Button>
    )
  return (
    <span className={css.pair}>
      <Button look={look} aria-label={named(sure)} busy={busy} autoFocus onClick={onConfirm}>
        {sure}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => setStep('kept')}>
        {t.keep}
      </Button>
    </span>
  )
}

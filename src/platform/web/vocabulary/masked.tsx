import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './masked.module.css'

type MaskedProps = {
  /** What it is, as 身份证号. */
  readonly label: string
  readonly masked: string
  /** Who will see that it was shown, where that is not the person concerned. */
  readonly hint?: string
  /** Asks for the value; the look and its reason are recorded. */
  readonly reveal: (reason: string) => Promise<string>
}

const words = {
  show: ['查看原文', 'Show'],
  reason: ['查看理由', 'Reason'],
  hint: ['本次查看会留痕，当事人可以看到。', 'This look is recorded, and the person concerned can see it.'],
} as const

/** 脱敏: a value that asks for a reason before it shows. */
export function Masked({ label, masked, hint, reveal }: MaskedProps) {
  const t = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const [value, setValue] = useState<string>()
  if (value !== undefined) return <span>{value}</span>
  if (isAsking) return <ReasonForm label={label} hint={hint} reveal={reveal} onValue={setValue} />
  return (
    <span className={css.masked}>
      {masked}
      <Button look="quiet" onClick={() => setAsking(true)} aria-label={`${t.show} ${label}`}>
        <Icon name="eye" size={16} /> {t.show}
      </Button>
    </span>
  )
}

type ReasonFormProps = Pick<MaskedProps, 'label' | 'reveal'> & {
  readonly hint: string | undefined
  readonly onValue: (value: string) => void
}

function ReasonForm({ label, hint, reveal, onValue }: ReasonFormProps) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const ask = (event: FormEvent) => {
    event.preventDefault()
    reveal(reason.trim()).then(onValue, setError)
  }
  return (
    <form className={css.form} onSubmit={ask} aria-label={`${t.show} ${label}`}>
      <TextField
        label={t.reason}
        hint={hint ?? t.hint}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        minLength={2}
        required
      />
      <FailureMessage error={error} />
      <Button type="submit">{t.show}</Button>
    </form>
  )
}

import { type FormEvent, useState } from 'react'
import { useCommand } from '../api/command.ts'
import { sessionApi } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import css from './form.module.css'

const words = {
  current: ['现在的密码', 'Present password'],
  next: ['新密码', 'New password'],
  again: ['再输一次新密码', 'New password once more'],
  hint: [
    '建议 12 位以上，大小写字母、数字、符号混用；不要用姓名、手机号或用过的密码。',
    'Best 12 characters or more, mixing letters, digits and signs; no name, phone number or password used before.',
  ],
  differ: ['两次输入的新密码不一样', 'The two do not agree'],
  change: ['修改密码', 'Change the password'],
} as const

/** Changes one's own password. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(words)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const change = useCommand(sessionApi.changePassword.call, { onDone })
  const differ = again !== '' && again !== next
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next === again) change.mutate({ current, next })
  }
  return (
    <form className={`${css.form} ${css.narrow}`} onSubmit={submit}>
      <SecretField label={t.current} value={current} onChange={setCurrent} complete="current-password" />
      <SecretField label={t.next} hint={t.hint} value={next} onChange={setNext} complete="new-password" />
      <SecretField
        label={t.again}
        value={again}
        onChange={setAgain}
        complete="new-password"
        error={differ ? t.differ : undefined}
      />
      <FailureMessage error={change.error} />
      <Button type="submit" look="main" busy={change.isPending}>
        {t.change}
      </Button>
    </form>
  )
}

type SecretFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complete: 'current-password' | 'new-password'
}

/** A password that is not shown. */
export function SecretField({ complete, onChange, ...rest }: SecretFieldProps) {
  return (
    <TextField
      {...rest}
      type="password"
      autoComplete={complete}
      onChange={(event) => onChange(event.target.value)}
      maxLength={128}
      required
    />
  )
}

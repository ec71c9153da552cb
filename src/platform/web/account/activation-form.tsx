import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { identityContract } from '#platform/contract/identity-contract.ts'
import { clientOf } from '../api/client.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import css from './form.module.css'
import { LoginField } from './login-field.tsx'
import { SecretField } from './password-form.tsx'

const identityApi = clientOf('identity', { activate: identityContract.activate })

const words = {
  code: ['激活码', 'Activation code'],
  codeHint: ['由系统管理员发给您，七天内有效。', 'From the system administrator; good for seven days.'],
  password: ['设置密码', 'Choose a password'],
  again: ['再输一次密码', 'The password once more'],
  differ: ['两次输入的密码不一样', 'The two do not agree'],
  activate: ['激活账号', 'Activate the account'],
} as const

/** A first or forgotten password, chosen with a code from the administrator. */
export function ActivationForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(words)
  const [login, setLogin] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const activate = useMutation({
    mutationFn: (input: { login: string; code: string; password: string }) => identityApi.activate.call(input),
    onSuccess: onDone,
  })
  const differ = again !== '' && again !== password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password === again) activate.mutate({ login: login.trim(), code: code.trim(), password })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <LoginField value={login} onChange={setLogin} />
      <TextField
        label={t.code}
        hint={t.codeHint}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <SecretField label={t.password} value={password} onChange={setPassword} complete="new-password" />
      <SecretField
        label={t.again}
        value={again}
        onChange={setAgain}
        complete="new-password"
        error={differ ? t.differ : undefined}
      />
      <FailureMessage error={activate.error} />
      <Button type="submit" look="main" wide busy={activate.isPending}>
        {t.activate}
      </Button>
    </form>
  )
}

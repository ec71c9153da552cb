import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sessionApi, sessionQuery } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import css from './form.module.css'
import { LoginField } from './login-field.tsx'

const words = {
  password: ['密码', 'Password'],
  signIn: ['登录', 'Sign in'],
  code: ['动态口令', 'One-time code'],
  codeHint: ['打开手机上的身份验证器，输入显示的 6 位数字。', 'Enter the 6 digits that your authenticator shows.'],
  confirm: ['确认', 'Confirm'],
  back: ['换个账号', 'Another account'],
} as const

/** Account and password, then the one-time code where the person has enrolled. */
export function SignInForm() {
  const t = useWords(words)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const signIn = useSignIn()
  const wantsCode = signIn.data?.state === 'second-factor-wanted' || signIn.variables?.code !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ login: login.trim(), password, ...(wantsCode && { code }) })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {wantsCode ? (
        <CodeField value={code} onChange={setCode} />
      ) : (
        <>
          <LoginField value={login} onChange={setLogin} />
          <TextField
            label={t.password}
            type="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
          />
        </>
      )}
      <FailureMessage error={signIn.error} />
      <Button type="submit" look="main" wide busy={signIn.isPending}>
        {wantsCode ? t.confirm : t.signIn}
      </Button>
      {wantsCode && (
        <Button look="quiet" onClick={() => signIn.reset()}>
          {t.back}
        </Button>
      )}
    </form>
  )
}

function CodeField({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }) {
  const t = useWords(words)
  return (
    <TextField
      label={t.code}
      hint={t.codeHint}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 6))}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="\d{6}"
      autoFocus
      required
    />
  )
}

function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: { login: string; password: string; code?: string }) => sessionApi.signIn.call(input),
    onSuccess: (answer) => {
      if (answer.state === 'signed-in') queries.setQueryData(sessionQuery.queryKey, answer.session)
    },
  })
}

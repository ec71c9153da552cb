import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { SignOnProviders } from '../account/sign-on-providers.tsx'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import { PhoneField } from './card-fields.tsx'
import { CodeMessage } from './code-message.tsx'
import { PortalPage } from './portal-page.tsx'
import css from './resident-forms.module.css'
import { residentApi, residentQuery } from './resident-session.ts'

const words = {
  title: ['登录办事', 'Sign in'],
  lead: ['不用注册，不用密码。', 'No account and no password.'],
  phone: ['手机号', 'Mobile number'],
  phoneHint: ['11 位数字，收一条短信验证码', '11 digits; a code comes to it'],
  ask: ['获取验证码', 'Send the code'],
  again: ['重新获取', 'Send another'],
  code: ['验证码', 'Code'],
  codeHint: ['短信里的 6 位数字，5 分钟内有效', 'The 6 digits of the message, within 5 minutes'],
  enter: ['登录', 'Sign in'],
  or: ['或用手机号登录', 'or by phone'],
} as const

const reasons = {
  'identity.external.unavailable': [
    '统一身份认证暂时无法使用，请用手机号登录，或稍后再试。',
    'That platform does not answer at present. Sign in by phone, or try again later.',
  ],
  'identity.external.refused': [
    '统一身份认证没有完成或已过期，请重新登录，或用手机号登录。',
    'It was not completed or has run out. Begin again, or sign in by phone.',
  ],
  'residents.identity.malformed': [
    '统一身份认证给出的身份证号码不对，请用手机号登录。',
    'That platform told no valid identity number. Sign in by phone.',
  ],
  'residents.identity.differs': [
    '统一身份认证给出的姓名与本平台登记的不一致，请带身份证到窗口办理。',
    'The name over there differs from the one here. Bring your identity card to a window.',
  ],
  'residents.external.bound': [
    '您的身份已绑定那边的另一个账号，请用那个账号登录，或带身份证到窗口办理。',
    'Your identity is bound to another account over there. Sign in by that one, or bring the card to a window.',
  ],
  'residents.external.other': [
    '这个账号现在的身份与当初绑定的不是同一人，没有登录；请带身份证到窗口办理。',
    'That account now names somebody else than before. Bring your identity card to a window.',
  ],
} as const

/** The residents' door: a phone, a code, in. */
export function Page() {
  const t = useWords(words)
  const told = useWords(reasons)
  const { data: resident } = useQuery(residentQuery)
  if (resident) return <Enter />
  return (
    <PortalPage title={t.title} lead={t.lead}>
      <SignOnProviders door="residents" reasons={told} or={t.or} />
      <SignInByPhone />
    </PortalPage>
  )
}

function SignInByPhone() {
  const t = useWords(words)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const ask = useMutation({ mutationFn: () => residentApi.askCode.call({ phone }) })
  const enter = useEnter()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ask.data) enter.mutate({ phone, code })
    else ask.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <PhoneField
        label={t.phone}
        hint={t.phoneHint}
        value={phone}
        onChange={setPhone}
        autoComplete="tel-national"
        required
      />
      {ask.data && <CodeMessage shown={ask.data.shown} />}
      {ask.data && (
        <TextField
          label={t.code}
          hint={t.codeHint}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          autoFocus
          required
        />
      )}
      <FailureMessage error={enter.error ?? ask.error} />
      <Button type="submit" look="main" wide busy={ask.isPending || enter.isPending}>
        {ask.data ? t.enter : t.ask}
      </Button>
      {ask.data && (
        <Button wide busy={ask.isPending} onClick={() => ask.mutate()}>
          {t.again}
        </Button>
      )}
    </form>
  )
}

function useEnter() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: { readonly phone: string; readonly code: string }) => residentApi.enter.call(input),
    onSuccess: (resident) => queries.setQueryData(residentQuery.queryKey, resident),
  })
}

/** Goes on to where one came from, within the residents' pages. */
function Enter() {
  const { history } = useRouter()
  const { next } = useSearch({ strict: false }) as { next?: unknown }
  const address = useRef(typeof next === 'string' && /^\/(portal|verify)(?![\w-])/.test(next) ? next : '/portal')
  useEffect(() => history.replace(address.current), [history])
  return null
}

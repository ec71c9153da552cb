import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { residentApi, residentQuery } from '#platform/web/residents/resident-session.ts'
import { useWords } from '#platform/web/words/words.ts'
import css from './tv.module.css'
import { TvTile } from './tv-tile.tsx'

const words = {
  phone: ['您的手机号', 'Your mobile number'],
  code: ['短信里的 6 位数字', 'The 6 digits of the message'],
  ask: ['获取验证码', 'Send the code'],
  enter: ['登录', 'Sign in'],
  erase: ['删除', 'Erase'],
  back: ['返回', 'Back'],
  demo: ['演示短信：', 'Demo message: '],
} as const

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

type TvSignInProps = { readonly back: () => void; readonly onDone: () => void }

/** The residents' door on television: digits by arrows and OK, or by the number keys of the remote control. */
export function TvSignIn({ back, onDone }: TvSignInProps) {
  const t = useWords(words)
  const queries = useQueryClient()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const ask = useMutation({ mutationFn: () => residentApi.askCode.call({ phone }) })
  const enter = useMutation({
    mutationFn: () => residentApi.enter.call({ phone, code }),
    onSuccess: (resident) => {
      queries.setQueryData(residentQuery.queryKey, resident)
      onDone()
    },
  })
  const isCode = ask.data !== undefined
  const [text, setText, length] = isCode ? ([code, setCode, 6] as const) : ([phone, setPhone, 11] as const)
  const type = (digit: string) => setText((before) => (before + digit).slice(0, length))
  const step = isCode ? enter : ask
  useNumberKeys(type)
  return (
    <div className={css.signIn}>
      <div className={css.entry}>
        <h2 id="tv-entry">{isCode ? t.code : t.phone}</h2>
        <input
          className={css.typed}
          aria-labelledby="tv-entry"
          value={text}
          inputMode="none"
          tabIndex={-1}
          onChange={(event) => setText(event.target.value.replace(/\D/g, '').slice(0, length))}
        />
        {ask.data?.shown && (
          <p role="status">
            {t.demo}
            {ask.data.shown}
          </p>
        )}
        <FailureMessage error={enter.error ?? ask.error} />
      </div>
      <div className={css.keys}>
        {digits.map((digit) => (
          <TvTile key={digit} look="key" onPress={() => type(digit)}>
            {digit}
          </TvTile>
        ))}
        <TvTile look="key" onPress={() => setText((before) => before.slice(0, -1))}>
          {t.erase}
        </TvTile>
        <TvTile look="key" onPress={back}>
          {t.back}
        </TvTile>
      </div>
      <TvTile look="main" isBusy={step.isPending || text.length < length} onPress={() => step.mutate()}>
        {isCode ? t.enter : t.ask}
      </TvTile>
    </div>
  )
}

/** The number keys of a remote control type wherever the arrows stand; in the line itself the browser types them. */
function useNumberKeys(type: (digit: string) => void): void {
  const last = useRef(type)
  last.current = type
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key) && !(event.target instanceof HTMLInputElement)) last.current(event.key)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { sessionApi, sessionQuery } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/states.tsx'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import { LanguageButton } from './language-button.tsx'
import { PasswordForm } from './password-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import css from './sign-in-page.module.css'
import { SingleSignOn } from './single-sign-on.tsx'

const words = {
  signIn: ['登录', 'Sign in'],
  platform: ['数字政府平台', 'Digital government platform'],
  haveCode: ['有激活码？设置密码', 'Have an activation code? Choose a password'],
  activate: ['用激活码设置密码', 'Choose a password with an activation code'],
  back: ['返回登录', 'Back to sign-in'],
  first: ['首次登录，请先设置自己的密码', 'First sign-in: set a password of your own'],
  aged: ['密码已到期，请设置新密码', 'The password has aged: set a new one'],
  idle: [
    '登录已超时，请重新登录。登录后回到刚才的页面，没有提交的内容需要重填。',
    'The session has timed out. Sign in to return to where you were; what was not sent must be filled in again.',
  ],
  demo: [
    '这是演示县：人员和数字都是虚构的。账号和密码在启动时印在终端里。',
    'This is the demo county: people and figures are made up. Accounts were printed when the server started.',
  ],
} as const

const ActivationForm = lazy(async () => ({ default: (await import('./activation-form.tsx')).ActivationForm }))

/** The door: password, one-time code where enrolled, a new password where one is due. */
export function SignInPage() {
  const { data: session } = useQuery(sessionQuery)
  if (session && session.passwordChange === null) return <Enter />
  return (
    <div className={css.page}>
      <main className={css.column}>
        <Greeting />
        {session?.passwordChange ? <PasswordStep why={session.passwordChange} /> : <SignInStep />}
      </main>
      <Foot />
    </div>
  )
}

function Greeting() {
  const t = useWords(words)
  const { data } = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  useEffect(() => {
    document.title = data ? `${t.signIn} ${data.jurisdictionName}` : t.signIn
  }, [data, t])
  return (
    <header className={css.greeting}>
      <h1 className={css.county}>{data?.jurisdictionName ?? ' '}</h1>
      <p className={css.hub}>{data ? dotted(t.platform, data.hubName) : ' '}</p>
    </header>
  )
}

function SignInStep() {
  const t = useWords(words)
  const { ended } = useSearch({ strict: false }) as { ended?: string }
  const [activates, setActivates] = useState(false)
  if (activates) return <ActivationStep onDone={() => setActivates(false)} />
  return (
    <>
      {ended === 'idle' && (
        <p role="status" className={css.message}>
          <Icon name="clock" /> {t.idle}
        </p>
      )}
      <SingleSignOn />
      <SignInForm />
      <Button look="quiet" onClick={() => setActivates(true)}>
        {t.haveCode}
      </Button>
    </>
  )
}

function ActivationStep({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(words)
  return (
    <Suspense fallback={<Skeleton />}>
      <h2 className={css.step}>{t.activate}</h2>
      <ActivationForm onDone={onDone} />
      <Button look="quiet" onClick={onDone}>
        {t.back}
      </Button>
    </Suspense>
  )
}

function PasswordStep({ why }: { readonly why: 'first' | 'aged' }) {
  const t = useWords(words)
  const queries = useQueryClient()
  return (
    <>
      <h2 className={css.step}>{t[why]}</h2>
      <PasswordForm onDone={() => queries.refetchQueries({ queryKey: sessionQuery.queryKey })} />
    </>
  )
}

function Foot() {
  const t = useWords(words)
  const { data } = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  return (
    <footer className={css.foot}>
      {data?.demo && <p>{t.demo}</p>}
      <LanguageButton className={css.language} />
    </footer>
  )
}

/** Goes on to where one came from, within this site. */
function Enter() {
  const { history } = useRouter()
  const { next } = useSearch({ strict: false }) as { next?: unknown }
  const address = useRef(typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/')
  useEffect(() => history.replace(address.current), [history])
  return null
}

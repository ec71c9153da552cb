import { type FormEvent, useState } from 'react'
import { renderSVG } from 'uqr'
import { useCommand } from '../api/command.ts'
import { sessionApi, sessionQuery, useSession } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useNotice } from '../shell/notice.tsx'
import { useWords } from '../words/words.ts'
import form from './form.module.css'
import css from './me-page.module.css'
import { Part } from './part.tsx'
import { SecretField } from './password-form.tsx'

const words = {
  title: ['动态口令', 'One-time codes'],
  on: [
    '已启用。登录时除密码外，还要输入手机上的 6 位动态口令。',
    'On: signing in also takes the 6 digits on your phone.',
  ],
  off: ['未启用。启用后，别人即使知道密码也登录不了。', 'Off. With it, nobody gets in by the password alone.'],
  begin: ['启用', 'Turn on'],
  password: ['现在的密码', 'Present password'],
  scan: [
    '用手机上的身份验证器扫描，或手工输入密钥：',
    'Scan it with an authenticator on your phone, or enter the key:',
  ],
  picture: ['动态口令二维码', 'QR code'],
  code: ['输入验证器显示的 6 位数字', 'The 6 digits that it shows'],
  confirm: ['确认启用', 'Confirm'],
  done: ['动态口令已启用', 'One-time codes are on'],
} as const

/** Enrols an authenticator: password, QR code, first code. */
export function SecondFactor() {
  const t = useWords(words)
  const { secondFactor } = useSession()
  const [isOpen, setOpen] = useState(false)
  return (
    <Part title={t.title} hint={secondFactor ? t.on : t.off}>
      {!secondFactor && (isOpen ? <Enrolment /> : <Button onClick={() => setOpen(true)}>{t.begin}</Button>)}
    </Part>
  )
}

function Enrolment() {
  const t = useWords(words)
  const [password, setPassword] = useState('')
  const enrol = useCommand(sessionApi.enrolSecondFactor.call)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enrol.mutate({ password })
  }
  if (enrol.data) return <Confirmation secret={enrol.data.secret} uri={enrol.data.uri} />
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={submit}>
      <SecretField label={t.password} value={password} onChange={setPassword} complete="current-password" />
      <FailureMessage error={enrol.error} />
      <Button type="submit" look="main" busy={enrol.isPending}>
        {t.begin}
      </Button>
    </form>
  )
}

function Confirmation({ secret, uri }: { readonly secret: string; readonly uri: string }) {
  const t = useWords(words)
  const tell = useNotice()
  const [code, setCode] = useState('')
  const confirm = useCommand(sessionApi.confirmSecondFactor.call, {
    touches: [sessionQuery.queryKey],
    onDone: () => tell(t.done),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ code })
  }
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={submit}>
      <p>
        {t.scan} <code className={css.secret}>{secret}</code>
      </p>
      <img className={css.code} alt={t.picture} src={`data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`} />
      <TextField
        label={t.code}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        required
      />
      <FailureMessage error={confirm.error} />
      <Button type="submit" look="main" busy={confirm.isPending}>
        {t.confirm}
      </Button>
    </form>
  )
}

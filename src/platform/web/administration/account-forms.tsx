import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../api/command.ts'
import { sessionApi } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useNotice } from '../shell/notice.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import css from './administration.module.css'
import { identityApi } from './identity-api.ts'

const words = {
  register: ['登记新人员', 'Register a person'],
  registerHint: [
    '登记后由安全管理员任职，再在这里发激活码。',
    'The security administrator then appoints them; the activation code is issued here.',
  ],
  name: ['姓名', 'Name'],
  login: ['账号', 'Login'],
  registered: [(name: string) => `已登记 ${name}`, (name: string) => `${name} is registered`],
  bind: ['统一登录名单', 'Single sign-on list'],
  bindHint: [
    '写明对方平台上的账号是谁；本人第一次从那里登录时自动绑定。',
    'Say whose an account over there is; the first sign-in from there binds it.',
  ],
  provider: ['平台', 'Provider'],
  handle: ['对方平台的账号', 'Account over there'],
  whose: ['本平台账号', 'Login here'],
  list: ['列入名单', 'List it'],
  listed: ['已列入名单', 'Listed'],
} as const

/** Registers a person: they have no post and no password yet. */
export function RegisterForm({ onDone }: { readonly onDone: (name: string) => void }) {
  const t = useWords(words)
  const tell = useNotice()
  const [{ name, login }, setTyped] = useState({ name: '', login: '' })
  const register = useCommand(identityApi.registerPerson.call, {
    onDone: () => {
      tell(t.registered(name))
      setTyped({ name: '', login: '' })
      onDone(name)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    register.mutate({ name: name.trim(), login: login.trim() })
  }
  return (
    <Card title={t.register}>
      <form className={css.stack} onSubmit={send}>
        <p className={css.note}>{t.registerHint}</p>
        <TextField
          label={t.name}
          value={name}
          required
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped({ login, name: event.target.value })}
        />
        <TextField
          label={t.login}
          value={login}
          required
          maxLength={64}
          autoComplete="off"
          onChange={(event) => setTyped({ name, login: event.target.value })}
        />
        <FailureMessage error={register.error} />
        <Button type="submit" busy={register.isPending}>
          {t.register}
        </Button>
      </form>
    </Card>
  )
}

/** Lists whose an account at a provider of single sign-on is; nothing where the county has no provider for its staff. */
export function ExternalForm() {
  const t = useWords(words)
  const tell = useNotice()
  const language = useLanguage()
  const greeting = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const providers = greeting.data?.singleSignOn.filter(({ door }) => door === 'staff') ?? []
  const [chosen, setChosen] = useState<string>()
  const [{ handle, login }, setTyped] = useState({ handle: '', login: '' })
  const bind = useCommand(identityApi.listExternal.call, {
    onDone: () => {
      tell(t.listed)
      setTyped({ handle: '', login: '' })
    },
  })
  const provider = chosen ?? providers[0]?.provider
  if (provider === undefined) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    bind.mutate({ provider, handle: handle.trim(), login: login.trim() })
  }
  return (
    <Card title={t.bind}>
      <form className={css.stack} onSubmit={send}>
        <p className={css.note}>{t.bindHint}</p>
        <Choice
          label={t.provider}
          value={provider}
          options={providers.map((one) => ({ value: one.provider, label: language === 'zh' ? one.name : one.english }))}
          onChange={setChosen}
        />
        <TextField
          label={t.handle}
          value={handle}
          required
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setTyped({ login, handle: event.target.value })}
        />
        <TextField
          label={t.whose}
          value={login}
          required
          maxLength={64}
          autoComplete="off"
          onChange={(event) => setTyped({ handle, login: event.target.value })}
        />
        <FailureMessage error={bind.error} />
        <Button type="submit" busy={bind.isPending}>
          {t.list}
        </Button>
      </form>
    </Card>
  )
}

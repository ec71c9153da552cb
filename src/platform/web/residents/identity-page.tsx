import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../api/command.ts'
import { Button, ButtonLink } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useWords } from '../words/words.ts'
import { NameField, NumberField } from './card-fields.tsx'
import { PortalPage } from './portal-page.tsx'
import css from './resident-forms.module.css'
import { residentApi, residentQuery, useResident } from './resident-session.ts'

const words = {
  title: ['实名', 'Your identity'],
  lead: [
    '填写一次，以后办事不用再填。系统向公安户籍登记核验，核验记录您可以在“谁看过我的数据”里看到。',
    'Once, for every matter after it. It is checked against the household register; you see the check under “Who looked at my data”.',
  ],
  done: [(name: string) => `已实名：${name}`, (name: string) => `Checked: ${name}`],
  back: ['我的', 'Me'],
  name: ['姓名', 'Name'],
  nameHint: ['与身份证上一致', 'As on the identity card'],
  number: ['身份证号码', 'Identity number'],
  numberHint: ['18 位，最后一位可以是 X', '18 characters; the last may be X'],
  check: ['核验', 'Check'],
  home: ['去办事', 'Go on'],
} as const

/** 实名: name and number, once. */
export function Page() {
  const t = useWords(words)
  const resident = useResident()
  return (
    <PortalPage title={t.title} lead={t.lead} back={{ to: '/portal/me', label: t.back }}>
      {resident.verifiedBy === null ? <IdentityForm /> : <Checked name={resident.name ?? ''} />}
    </PortalPage>
  )
}

function Checked({ name }: { readonly name: string }) {
  const t = useWords(words)
  return (
    <div className={css.form}>
      <p>{t.done(name)}</p>
      <ButtonLink to="/portal" look="main">
        {t.home}
      </ButtonLink>
    </div>
  )
}

function IdentityForm() {
  const t = useWords(words)
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const queries = useQueryClient()
  const { history } = useRouter()
  const { next } = useSearch({ strict: false }) as { next?: unknown }
  const check = useCommand(residentApi.checkIdentity.call, {
    onDone: (resident) => {
      queries.setQueryData(residentQuery.queryKey, resident)
      if (typeof next === 'string' && next.startsWith('/portal/')) history.replace(next)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    check.mutate({ name: name.trim(), number })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <NameField label={t.name} hint={t.nameHint} value={name} onChange={setName} autoComplete="name" />
      <NumberField label={t.number} hint={t.numberHint} value={number} onChange={setNumber} />
      <FailureMessage error={check.error} />
      <Button type="submit" look="main" wide busy={check.isPending}>
        {t.check}
      </Button>
    </form>
  )
}

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import { CardFields, noCard } from './card-fields.tsx'
import { CodeMessage } from './code-message.tsx'
import css from './helping-page.module.css'
import { residentDeskApi } from './resident-desk-api.ts'
import forms from './resident-forms.module.css'

const words = {
  title: ['换手机号', 'Change a phone'],
  lead: [
    '本人带身份证到窗口。换好后旧手机马上退出登录，并收到一条短信。',
    'The resident is here with the identity card. The old phone is signed out at once and gets a message.',
  ],
  back: ['代办', 'Helping residents'],
  card: ['身份证', 'Identity card'],
  phone: ['新手机号', 'New mobile number'],
  ask: ['发验证码到新手机', 'Send a code to the new phone'],
  code: ['本人说出的验证码', 'The code that they tell'],
  change: ['更换', 'Change'],
  done: ['已更换', 'Changed'],
  was: [(phone: string) => `原手机 ${phone} 已退出登录。`, (phone: string) => `${phone} was signed out.`],
  none: ['原来没有手机号。', 'There was no phone before.'],
  told: ['已发短信告知原手机。', 'The old phone was told.'],
  untold: ['短信没有接通或没有发出，请提醒本人。', 'No message went to the old phone; please tell them.'],
  another: ['再办一位', 'Next'],
} as const

/** 换手机号: the card is seen, the code came to the new phone, the old one is told. */
export function Page() {
  const t = useWords(words)
  const [round, setRound] = useState(0)
  return (
    <PageFrame title={t.title} lead={t.lead} back={{ to: '/helping', label: t.back }} narrow>
      <Card title={t.card}>
        <div className={css.narrow}>
          <ChangeForm key={round} onNext={() => setRound(round + 1)} />
        </div>
      </Card>
    </PageFrame>
  )
}

function ChangeForm({ onNext }: { readonly onNext: () => void }) {
  const t = useWords(words)
  const [card, setCard] = useState(noCard)
  const [code, setCode] = useState('')
  const ask = useMutation({ mutationFn: () => residentDeskApi.askPhoneCode.call(card) })
  const change = useCommand(residentDeskApi.changePhone.call)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ask.data) change.mutate({ ...card, code })
    else ask.mutate()
  }
  if (change.data) return <Done oldPhone={change.data.oldPhone} told={change.data.told} onNext={onNext} />
  return (
    <form className={forms.fields} onSubmit={submit}>
      <fieldset disabled={ask.data !== undefined} className={forms.fields}>
        <CardFields card={card} onChange={setCard} phone={t.phone} isPhoneRequired />
      </fieldset>
      {ask.data && <CodeMessage shown={ask.data.shown} />}
      {ask.data && (
        <TextField
          label={t.code}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          pattern="\d{6}"
          autoFocus
          required
        />
      )}
      <FailureMessage error={change.error ?? ask.error} />
      <Button type="submit" look="main" wide busy={ask.isPending || change.isPending}>
        {ask.data ? t.change : t.ask}
      </Button>
    </form>
  )
}

type DoneProps = { readonly oldPhone: string | null; readonly told: boolean; readonly onNext: () => void }

function Done({ oldPhone, told, onNext }: DoneProps) {
  const t = useWords(words)
  return (
    <div role="status" className={forms.fields}>
      <p>
        <strong>{t.done}</strong>
      </p>
      <p>{oldPhone === null ? t.none : t.was(oldPhone)}</p>
      {oldPhone !== null && <p>{told ? t.told : t.untold}</p>}
      <Button onClick={onNext}>{t.another}</Button>
    </div>
  )
}

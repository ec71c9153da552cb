import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignInLeeway } from '#platform/contract/identity-contract.ts'
import { useCommand } from '../api/command.ts'
import { Card } from '../parts/card.tsx'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { Answered } from '../parts/states.tsx'
import { useNotice } from '../shell/notice.tsx'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { identityApi } from './identity-api.ts'
import {
  boundsOf,
  changesIn,
  isAllowed,
  type SettingName,
  settingNames,
  type Typed,
  wantedOf,
} from './sign-in-changes.ts'
import { amountWords, settingWords } from './sign-in-words.ts'

const words = {
  title: ['登录安全', 'Sign-in'],
  lead: [
    '只能比县域包更严，最多改回县域包的要求；县域包不低于等保三级的惯例。密码天数改短后，超期的人要先改密码才能办事。',
    'Only stricter than the county pack, and back to it at most. Whoever’s password is too old then changes it before anything else.',
  ],
  now: [(amount: string) => `现在 ${amount}`, (amount: string) => `now ${amount}`],
  pack: [(amount: string) => `县域包 ${amount}`, (amount: string) => `pack ${amount}`],
  range: [
    (least: number, most: number) => `可填 ${least} 至 ${most}`,
    (least: number, most: number) => `${least} to ${most}`,
  ],
  wrong: [
    (least: number, most: number) => `请填 ${least} 至 ${most} 的整数`,
    (least: number, most: number) => `A whole number from ${least} to ${most}`,
  ],
  change: [
    (what: string, from: string, to: string) => `${what}：${from} 改为 ${to}`,
    (what: string, from: string, to: string) => `${what}: ${from} becomes ${to}`,
  ],
  unchanged: ['还没有改动', 'Nothing is changed yet'],
  save: ['保存改动', 'Save'],
  sure: ['确认保存', 'Yes, save'],
  saved: ['登录安全已更改', 'Sign-in is as you said'],
} as const

/** 登录安全: how strict sign-in is, beside what the county pack asks, and how it becomes stricter. */
export function SignInCard() {
  const t = useWords(words)
  const query = useQuery(identityApi.signInSettings.queryOptions())
  return (
    <Card title={t.title}>
      <div className={css.stack}>
        <p className={css.note}>{t.lead}</p>
        <Answered query={query}>{(leeway) => <Settings leeway={leeway} />}</Answered>
      </div>
    </Card>
  )
}

function Settings({ leeway }: { readonly leeway: SignInLeeway }) {
  const [typed, setTyped] = useState<Typed>({})
  return (
    <div className={css.stack}>
      <div className={css.settings}>
        {settingNames(leeway).map((name) => (
          <Setting
            key={name}
            name={name}
            leeway={leeway}
            value={typed[name] ?? String(leeway.now[name])}
            onType={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      <Saving leeway={leeway} typed={typed} onSaved={() => setTyped({})} />
    </div>
  )
}

type SettingProps = {
  readonly name: SettingName
  readonly leeway: SignInLeeway
  readonly value: string
  readonly onType: (value: string) => void
}

function Setting({ name, leeway, value, onType }: SettingProps) {
  const t = useWords(words)
  const what = useWords(settingWords)
  const amount = useWords(amountWords)[name]
  const { least, most } = boundsOf(leeway, name)
  return (
    <TextField
      label={what[name]}
      hint={
        <>
          {dotted(t.now(amount(leeway.now[name])), t.pack(amount(leeway.pack[name])))}
          <br />
          {t.range(least, most)}
        </>
      }
      error={isAllowed(leeway, name, value) ? undefined : t.wrong(least, most)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={value}
      onChange={(event) => onType(event.target.value.trim())}
    />
  )
}

type SavingProps = { readonly leeway: SignInLeeway; readonly typed: Typed; readonly onSaved: () => void }

function Saving({ leeway, typed, onSaved }: SavingProps) {
  const t = useWords(words)
  const tell = useNotice()
  const what = useWords(settingWords)
  const amounts = useWords(amountWords)
  const tighten = useCommand(identityApi.tightenSignIn.call, {
    touches: [identityApi.signInSettings.key()],
    onDone: () => {
      tell(t.saved)
      onSaved()
    },
  })
  const changes = changesIn(leeway, typed)
  const isRight = changes.every((name) => isAllowed(leeway, name, typed[name] ?? ''))
  if (changes.length === 0) return <p className={css.note}>{t.unchanged}</p>
  if (!isRight) return null
  return (
    <>
      <ul>
        {changes.map((name) => (
          <li key={name}>
            {t.change(what[name], amounts[name](leeway.now[name]), amounts[name](Number(typed[name])))}
          </li>
        ))}
      </ul>
      <FailureMessage error={tighten.error} />
      <div className={css.buttons}>
        <ConfirmButton
          label={t.save}
          sure={t.sure}
          look="main"
          busy={tighten.isPending}
          onConfirm={() => tighten.mutate(wantedOf(leeway, typed))}
        />
      </div>
    </>
  )
}

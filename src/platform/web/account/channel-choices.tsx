import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ChannelMode, OwnChannel } from '#platform/contract/deliveries-contract.ts'
import { useCommand } from '../api/command.ts'
import { deliveriesApi } from '../deliveries/deliveries-api.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useNotice } from '../shell/notice.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import form from './form.module.css'
import { Part } from './part.tsx'
import css from './rows.module.css'

const words = {
  title: ['通知方式', 'Being told outside'],
  hint: [
    (from: string, to: string, digest: string) =>
      `${from} 至次日 ${to} 和休息日不打扰，紧急事项除外；“每日汇总”在工作日 ${digest} 发出。平台内的通知不受影响。`,
    (from: string, to: string, digest: string) =>
      `Nothing between ${from} and ${to} or on days off, but what is urgent; a digest leaves at ${digest} on working days. Notices inside are not affected.`,
  ],
  'at-once': ['即时', 'At once'],
  digest: ['每日汇总', 'Daily digest'],
  off: ['不接收', 'Off'],
  noPhone: [
    '通讯录中没有您的手机号，请联系系统管理员登记。',
    'The directory has no phone of yours; ask the system administrator.',
  ],
  address: ['接收邮件的地址', 'Where mail reaches you'],
  save: ['保存', 'Save'],
  saved: ['已保存', 'Saved'],
} as const

/** How one wants to be told outside the platform; nothing where the county has no such channel. */
export function ChannelChoices() {
  const t = useWords(words)
  const { data } = useQuery(deliveriesApi.ownChannels.queryOptions())
  if (data === undefined || data.channels.length === 0) return null
  return (
    <Part title={t.title} hint={t.hint(data.quietFrom, data.quietTo, data.digestAt)}>
      <ul className={css.rows}>
        {data.channels.map((channel) => (
          <li key={channel.channel} className={css.row}>
            <ChannelChoice own={channel} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function ChannelChoice({ own }: { readonly own: OwnChannel }) {
  const t = useWords(words)
  const language = useLanguage()
  const tell = useNotice()
  const choose = useCommand(deliveriesApi.chooseChannel.call, {
    touches: [deliveriesApi.ownChannels.key()],
    onDone: () => tell(t.saved),
  })
  const name = language === 'zh' ? own.name : own.english
  const modes: readonly ChannelMode[] = ['at-once', 'digest', 'off']
  return (
    <>
      <span className={css.what}>
        {name}
        <span className={css.about}>{own.address ?? (own.kind === 'sms' ? t.noPhone : '')}</span>
      </span>
      {(own.kind === 'sms' || own.address !== null) && (
        <Choice
          label={name}
          value={own.mode}
          options={modes.map((value) => ({ value, label: t[value] }))}
          onChange={(mode) => choose.mutate({ channel: own.channel, mode })}
        />
      )}
      {own.kind === 'smtp' && (
        <AddressForm
          own={own}
          busy={choose.isPending}
          onSave={(address) =>
            choose.mutate({ channel: own.channel, mode: own.mode === 'off' ? 'at-once' : own.mode, address })
          }
        />
      )}
      <FailureMessage error={choose.error} />
    </>
  )
}

type AddressFormProps = {
  readonly own: OwnChannel
  readonly busy: boolean
  readonly onSave: (address: string) => void
}

function AddressForm({ own, busy, onSave }: AddressFormProps) {
  const t = useWords(words)
  const [address, setAddress] = useState(own.address ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(address.trim())
  }
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={submit}>
      <TextField
        label={t.address}
        type="email"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        autoComplete="email"
        required
      />
      <Button type="submit" busy={busy} disabled={address.trim() === (own.address ?? '')}>
        {t.save}
      </Button>
    </form>
  )
}

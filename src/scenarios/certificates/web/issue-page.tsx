import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Form } from '#platform/kernel/forms/index.ts'
import { useAddress } from '#platform/web/address.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { api, touched } from './api.ts'
import css from './certificate.module.css'
import { FieldInput } from './field-input.tsx'

const words = {
  title: ['签发证照', 'Issue a certificate'],
  lead: ['核对证件后填写；签发后立即出现在持证人的“我的证照”里', 'Check the card first; the holder has it at once'],
  back: ['证照签发', 'Certificates'],
  type: ['证照类型', 'Type'],
  choose: ['请选择', 'Choose'],
  none: ['本单位没有可签发的证照', 'Your unit issues no certificates'],
  holder: ['持证人', 'Holder'],
  contents: ['证照内容', 'What it says'],
  name: ['姓名', 'Name'],
  number: ['公民身份号码', 'Identity number'],
  phone: ['手机号码（可不填，用于登录查看）', 'Mobile phone (optional, to sign in with)'],
  credit: ['统一社会信用代码', 'Unified social credit code'],
  issue: ['签发', 'Issue'],
  done: ['已签发', 'Issued'],
} as const

type Type = { readonly type: string; readonly name: string; readonly english: string; readonly form: Form }

/** 签发证照: at the desk, to whoever stands before it. */
export function Page() {
  const t = useWords(words)
  const query = useQuery(api.types.queryOptions())
  return (
    <PageFrame narrow title={t.title} lead={t.lead} back={{ to: '/certificates', label: t.back }}>
      <Answered query={query}>
        {({ types }) =>
          types.length === 0 ? (
            <EmptyState icon="seal" title={t.none} />
          ) : (
            <Desk types={types as unknown as readonly Type[]} />
          )
        }
      </Answered>
    </PageFrame>
  )
}

function Desk({ types }: { readonly types: readonly Type[] }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const [{ type }, change] = useAddress<{ type?: string }>()
  const chosen = types.find((one) => one.type === type)
  return (
    <div className={css.record}>
      <Card>
        <label className={css.labelled}>
          <span className={css.label}>{t.type}</span>
          <select
            className={css.select}
            value={chosen?.type ?? ''}
            onChange={(e) => change({ type: e.target.value || undefined })}
          >
            <option value="">{t.choose}</option>
            {types.map((one) => (
              <option key={one.type} value={one.type}>
                {isChinese ? one.name : one.english}
              </option>
            ))}
          </select>
        </label>
      </Card>
      {chosen && <IssueForm key={chosen.type} type={chosen} />}
    </div>
  )
}

type Values = Readonly<Record<string, string>>
/** What the card says is asked for once. */
const onCard = ['name', 'identity-number', 'credit-code']

function IssueForm({ type: { type, form } }: { readonly type: Type }) {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  const isUnit = 'credit-code' in form.properties
  const [card, setCard] = useState({ name: '', number: '', phone: '' })
  const [values, setValues] = useState<Values>({})
  const issue = useCommand(api.issue.call, {
    touches: touched,
    onDone: ({ credential }) => {
      tell(t.done)
      void navigate({ to: '/certificates/$credential', params: { credential } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, number, phone } = card
    const person = { kind: 'person' as const, name, number, ...(phone.trim() && { phone: phone.trim() }) }
    issue.mutate({ type, values: given(form, values), holder: isUnit ? { kind: 'unit', number } : person })
  }
  const onHolder = (changes: Partial<typeof card>) => setCard((before) => ({ ...before, ...changes }))
  const asked = Object.entries(form.properties).filter(([field]) => !onCard.includes(field))
  return (
    <form className={css.record} onSubmit={submit}>
      <Card title={t.holder}>
        <div className={css.form}>
          {!isUnit && (
            <TextField label={t.name} value={card.name} onChange={(e) => onHolder({ name: e.target.value })} required />
          )}
          <TextField
            label={isUnit ? t.credit : t.number}
            value={card.number}
            onChange={(e) => onHolder({ number: e.target.value })}
            maxLength={18}
            required
          />
          {!isUnit && (
            <TextField
              label={t.phone}
              value={card.phone}
              inputMode="tel"
              maxLength={11}
              onChange={(e) => onHolder({ phone: e.target.value })}
            />
          )}
        </div>
      </Card>
      {asked.length > 0 && (
        <Card title={t.contents}>
          <div className={css.form}>
            {asked.map(([field, property]) => (
              <FieldInput
                key={field}
                property={property}
                required={form.required.includes(field)}
                value={values[field] ?? ''}
                onChange={(value) => setValues((before) => ({ ...before, [field]: value }))}
              />
            ))}
          </div>
        </Card>
      )}
      <FailureMessage error={issue.error} />
      <Button type="submit" look="main" busy={issue.isPending}>
        {t.issue}
      </Button>
    </form>
  )
}

/** What was typed, in the types that the form asks for; what was left empty is left out. */
function given({ properties }: Form, values: Values): Record<string, string | number | boolean> {
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
  return Object.fromEntries(
    filled.map(([field, value]) => {
      const type = properties[field]?.type
      if (type === 'number' || type === 'integer') return [field, Number(value)]
      return [field, type === 'boolean' ? value === 'true' : value.trim()]
    }),
  )
}

import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Form } from '#platform/kernel/forms/index.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { useMay } from '#platform/web/api/session.ts'
import { useFormDraft } from '#platform/web/form/form-draft.ts'
import { FormFields } from '#platform/web/form/form-fields.tsx'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '../contract/views.ts'
import { api, touched } from './api.ts'
import css from './cases.module.css'

const words = {
  who: ['谁来办', 'Who asks'],
  kind: ['申请人', 'Applicant'],
  person: ['群众', 'Resident'],
  enterprise: ['企业', 'Enterprise'],
  unit: ['本单位', 'My unit'],
  name: ['姓名', 'Name'],
  number: ['身份证号', 'Identity number'],
  phone: ['手机号（可不填）', 'Phone, if any'],
  company: ['企业名称', 'Name of the enterprise'],
  code: ['统一社会信用代码', 'Unified social credit code'],
  own: ['以本单位名义提交，机关内部一次不用跑。', 'Asked for in the name of your unit.'],
  form: ['申请内容', 'What is asked'],
  none: ['这个事项不需要再填别的。', 'Nothing else is to be filled in.'],
  hand: ['数据带不来、须当面收的材料', 'What only the applicant can hand in'],
  send: ['收件', 'Take the request'],
  done: [(number: string) => `已收件，受理编号 ${number}`, (number: string) => `Taken: ${number}`],
} as const

type Kind = 'person' | 'enterprise' | 'unit'

/** The form of the window: who asks, the matter's form, what cannot come by data. */
export function TakeForm({ matter }: { readonly matter: MatterView }) {
  const t = useWords(words)
  const who = useWho(matter)
  const draft = useFormDraft(matter.form as unknown as Form)
  const uploads = useUploads()
  const take = useTake()
  const needed = matter.materials.filter(({ byData, required }) => byData === null && required)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const form = draft.check()
    if (form === undefined) return
    const files = uploads.files
    const materials = Object.fromEntries(needed.map(({ material }) => [material, [...files]]))
    take.mutate({ matter: matter.matter, applicant: who.applicant(), form: { ...form }, materials })
  }
  return (
    <form className={css.stack} onSubmit={send}>
      <Card title={t.who}>
        <WhoFields who={who} matter={matter} />
      </Card>
      <Card title={t.form}>
        {Object.keys(matter.form.properties).length === 0 ? (
          <p className={css.note}>{t.none}</p>
        ) : (
          <FormFields draft={draft} />
        )}
      </Card>
      {needed.length > 0 && (
        <Card title={t.hand}>
          <EvidencePicker uploads={uploads} hint={needed.map(({ name }) => name).join('、')} />
        </Card>
      )}
      <FailureMessage error={take.error} />
      <Button type="submit" look="main" busy={take.isPending} disabled={uploads.isSending} wide>
        {t.send}
      </Button>
    </form>
  )
}

function useTake() {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  return useCommand(api.accept.call, {
    touches: touched,
    onDone: ({ case: id, number }) => {
      tell(t.done(number))
      void navigate({ to: `/cases/${id}` })
    },
  })
}

function useWho({ applicants }: MatterView) {
  const mayWindow = useMay('matters.window')
  const kinds = applicants.filter((kind) => kind === 'unit' || mayWindow) as Kind[]
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'unit')
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const [phone, setPhone] = useState('')
  return {
    ...{ kinds, kind, setKind, name, setName, number, setNumber, phone, setPhone },
    applicant: () =>
      kind === 'unit'
        ? { kind }
        : {
            kind,
            name: name.trim(),
            number: number.trim(),
            ...(kind === 'person' && phone.trim() && { phone: phone.trim() }),
          },
  }
}

type WhoFieldsProps = { readonly who: ReturnType<typeof useWho>; readonly matter: MatterView }

function WhoFields({ who }: WhoFieldsProps) {
  const t = useWords(words)
  const labels = { person: t.person, enterprise: t.enterprise, unit: t.unit }
  return (
    <div className={css.form}>
      {who.kinds.length > 1 && (
        <Choice
          label={t.kind}
          value={who.kind}
          options={who.kinds.map((kind) => ({ value: kind, label: labels[kind] }))}
          onChange={(kind) => who.setKind(kind as Kind)}
        />
      )}
      {who.kind === 'unit' ? (
        <p className={css.note}>{t.own}</p>
      ) : (
        <>
          <TextField
            label={who.kind === 'person' ? t.name : t.company}
            value={who.name}
            required
            autoComplete="off"
            onChange={(event) => who.setName(event.target.value)}
          />
          <TextField
            label={who.kind === 'person' ? t.number : t.code}
            value={who.number}
            required
            autoComplete="off"
            onChange={(event) => who.setNumber(event.target.value)}
          />
          {who.kind === 'person' && (
            <TextField
              label={t.phone}
              value={who.phone}
              inputMode="tel"
              onChange={(event) => who.setPhone(event.target.value)}
            />
          )}
        </>
      )}
    </div>
  )
}

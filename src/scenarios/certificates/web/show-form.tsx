import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { OwnCertificate } from '../contract/views.ts'
import { api, touched } from './api.ts'
import css from './certificate.module.css'
import { FaceCheck } from './face-check.tsx'
import { Shown } from './shown.tsx'

const words = {
  which: ['出示哪些内容', 'What to show'],
  always: ['必显', 'always shown'],
  how: ['怎么出示', 'How'],
  code: ['亮码，5 分钟', 'Code, 5 minutes'],
  link: ['限时文本', 'Text, for a time'],
  days: ['出示几天', 'For how many days'],
  daysHint: [
    (most: number) => `1 到 ${most} 天，可随时收回。`,
    (most: number) => `1 to ${most} days; take it back any time.`,
  ],
  audience: ['给谁看（可不填）', 'Whom for (optional)'],
  audienceHint: ['填了以后，别人核验会提示不是出示给他的。', 'Anybody else is told that it was not shown to them.'],
  show: ['出示', 'Show'],
} as const

const dayMilliseconds = 86_400_000

/** Chooses fields, way and time; then shows the code or the text. */
export function ShowForm({ certificate }: { readonly certificate: OwnCertificate }) {
  const t = useWords(words)
  const [fields, setFields] = useState(
    certificate.fields.filter(({ field }) => field === 'name').map(({ field }) => field),
  )
  const [way, setWay] = useState<'code' | 'link'>('code')
  const [days, setDays] = useState('1')
  const [audience, setAudience] = useState('')
  const show = useCommand(api.show.call, { touches: touched })
  const { credential, mostDays } = certificate
  const submit = (event: FormEvent) => {
    event.preventDefault()
    show.mutate({
      ...{ credential, way, fields },
      ...(way === 'link' && { until: new Date(Date.now() + Number(days) * dayMilliseconds).toISOString() }),
      ...(audience.trim() && { audience: audience.trim() }),
    })
  }
  if (show.data)
    return (
      <Shown
        shown={show.data}
        way={way}
        onAgain={() => show.reset()}
        onFresh={() => show.variables && show.mutate(show.variables)}
      />
    )
  return (
    <form className={css.form} onSubmit={submit}>
      <FieldChoice certificate={certificate} chosen={fields} onChange={setFields} />
      <div className={css.labelled}>
        <span className={css.label}>{t.how}</span>
        <Choice
          label={t.how}
          value={way}
          options={[
            { value: 'code', label: t.code },
            { value: 'link', label: t.link },
          ]}
          onChange={setWay}
        />
      </div>
      {way === 'link' && (
        <TextField
          label={t.days}
          hint={t.daysHint(mostDays)}
          type="number"
          inputMode="numeric"
          min={1}
          max={mostDays}
          value={days}
          onChange={(e) => setDays(e.target.value)}
          required
        />
      )}
      <TextField
        label={t.audience}
        hint={t.audienceHint}
        value={audience}
        onChange={(e) => setAudience(e.target.value)}
        maxLength={60}
      />
      <FaceCheck />
      <FailureMessage error={show.error} />
      <Button type="submit" look="main" wide busy={show.isPending}>
        {t.show}
      </Button>
    </form>
  )
}

type FieldChoiceProps = {
  readonly certificate: OwnCertificate
  readonly chosen: readonly string[]
  readonly onChange: (fields: string[]) => void
}

function FieldChoice({ certificate, chosen, onChange }: FieldChoiceProps) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const toggle = (field: string) =>
    onChange(chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field])
  return (
    <fieldset className={css.fields}>
      <legend className={css.label}>{t.which}</legend>
      {certificate.fields.map(({ field, zh, en, value, chosen: mayLeave }) => (
        <label key={field} className={css.field}>
          <input
            type="checkbox"
            checked={!mayLeave || chosen.includes(field)}
            disabled={!mayLeave}
            onChange={() => toggle(field)}
          />
          <span>
            {isChinese ? zh : en}
            {!mayLeave && <span className={css.note}>（{t.always}）</span>}
            <span className={css.value}>{value}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

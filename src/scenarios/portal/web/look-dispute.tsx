import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { LookView } from '../contract/routes/looks.ts'
import { api } from './api.ts'
import css from './portal.module.css'

const words = {
  disagree: ['数据有误？', 'Is something wrong?'],
  field: ['哪一项不对', 'What is wrong'],
  statement: ['应当是什么，为什么', 'What would be right, and why'],
  send: ['提出异议', 'Say so'],
  waits: [
    (field: string) => `“${field}”您已提出异议，等待答复，见上面。`,
    (field: string) => `You said that “${field}” is wrong; the answer is awaited, see above.`,
  ],
  sent: [
    (owner: string, day: string) => `已提出，${owner}应在 ${day} 前核实答复。`,
    (owner: string, day: string) => `${owner} owes you an answer by ${day}.`,
  ],
} as const

/** What if I disagree: a field of a look is wrong, and its owner owes an answer. */
export function LookDispute({ look }: { readonly look: LookView }) {
  const t = useWords(words)
  const dates = useDates()
  const raise = useCommand(api.dispute.call, { touches: [api.disputes.key()] })
  const { data } = useQuery(api.disputes.queryOptions())
  const waits = data?.disputes.find((one) => one.look === look.look && one.state === 'open')
  if (raise.data)
    return (
      <p role="status" className={css.note}>
        {t.sent(look.ownerName, dates.date(raise.data.dueAt))}
      </p>
    )
  if (waits) return <p className={css.note}>{t.waits(waits.fieldName)}</p>
  return (
    <details className={css.dispute}>
      <summary>{t.disagree}</summary>
      <DisputeForm
        look={look}
        busy={raise.isPending}
        error={raise.error}
        onSend={(field, statement) => raise.mutate({ look: look.look, field, statement })}
      />
    </details>
  )
}

type DisputeFormProps = {
  readonly look: LookView
  readonly busy: boolean
  readonly error: unknown
  readonly onSend: (field: string, statement: string) => void
}

function DisputeForm({ look: { fields }, busy, error, onSend }: DisputeFormProps) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const id = useId()
  const [field, setField] = useState(fields[0]?.id ?? '')
  const [statement, setStatement] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend(field, statement.trim())
  }
  return (
    <form className={css.section} onSubmit={submit}>
      <div className={css.section}>
        <label htmlFor={id}>{t.field}</label>
        <select id={id} className={css.select} value={field} onChange={(event) => setField(event.target.value)}>
          {fields.map(({ id: one, name, english }) => (
            <option key={one} value={one}>
              {isChinese ? name : english}
            </option>
          ))}
        </select>
      </div>
      <TextArea
        label={t.statement}
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
        minLength={2}
        required
      />
      <FailureMessage error={error} />
      <Button type="submit" look="main" busy={busy}>
        {t.send}
      </Button>
    </form>
  )
}

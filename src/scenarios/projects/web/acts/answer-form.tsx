import { useState } from 'react'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Appeal } from '../../contract/appeals.ts'
import { api } from '../api.ts'
import { ActForm } from './act-form.tsx'
import css from './form.module.css'
import { useActCommand } from './use-act.ts'

const words = {
  verdict: ['结论', 'Verdict'],
  upheld: ['异议成立', 'Upheld'],
  rejected: ['异议不成立', 'Rejected'],
  reason: ['答复理由', 'Reasons'],
  send: ['答复', 'Answer'],
  done: ['异议已答复', 'The objection is answered'],
} as const

type AnswerFormProps = { readonly appeal: Appeal; readonly onDone: () => void }

/** Answers an open objection. */
export function AnswerForm({ appeal, onDone }: AnswerFormProps) {
  const t = useWords(words)
  const [isUpheld, setUpheld] = useState<boolean>()
  const [reason, setReason] = useState('')
  const answer = useActCommand(api.answerAppeal.call, t.done, onDone)
  return (
    <ActForm
      lead={`${appeal.by}：${appeal.reason}`}
      label={t.send}
      busy={answer.isPending}
      blocked={isUpheld === undefined || reason.trim().length < 2}
      error={answer.error}
      onSubmit={() => answer.mutate({ appeal: appeal.appeal, upheld: isUpheld === true, reason: reason.trim() })}
    >
      <fieldset className={css.choices}>
        <legend>{t.verdict}</legend>
        {([true, false] as const).map((upheld) => (
          <label key={String(upheld)} className={css.choice}>
            <input
              type="radio"
              name="upheld"
              checked={isUpheld === upheld}
              onChange={() => setUpheld(upheld)}
              required
            />
            {upheld ? t.upheld : t.rejected}
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={2000}
        required
      />
    </ActForm>
  )
}

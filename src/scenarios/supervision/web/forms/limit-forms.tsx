import { useState } from 'react'
import { ActForm } from '#platform/web/parts/act-form.tsx'
import { TextArea, TextField } from '#platform/web/parts/field.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import css from '../duty.module.css'
import { useActCommand } from '../use-act.ts'

const words = {
  extendLead: [
    (due: string) => `现在的时限是 ${due}。延期须在届满前申请，由上一级审批；批准前时限照常计算。`,
    (due: string) => `Due ${due}. Ask before that; the level above decides, and the clock runs on meanwhile.`,
  ],
  until: ['延期到', 'Until'],
  reason: ['理由', 'Reason'],
  ask: ['提交申请', 'Ask'],
  asked: ['已提交，等待答复', 'Asked; it will be decided'],
  appealLead: [
    '由两办限时答复。申诉成立后这次升级不计入统计，记录仍然保留。',
    'The two offices decide in time. Upheld, the passing no longer counts; it stays on record.',
  ],
  which: ['对哪一次升级', 'Which passing'],
  passing: [
    (name: string, moment: string) => `${name}（${moment}）`,
    (name: string, moment: string) => `${name} (${moment})`,
  ],
} as const

type LimitFormProps = { readonly duty: DutyDetail; readonly onDone: () => void }

/** Asks for more time. */
export function ExtendForm({ duty, onDone }: LimitFormProps) {
  const t = useWords(words)
  const dates = useDates()
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const ask = useActCommand(api.askExtension.call, t.asked, onDone)
  return (
    <ActForm
      lead={t.extendLead(dates.moment(duty.remaining.dueAt))}
      label={t.ask}
      act={ask}
      blocked={until === '' || reason.trim().length < 2}
      onSubmit={() => ask.mutate({ duty: duty.duty, until: `${until}:00+08:00`, reason: reason.trim() })}
    >
      <TextField
        label={t.until}
        type="datetime-local"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        required
      />
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

/** Appeals against one passing. */
export function AppealForm({ duty, onDone }: LimitFormProps) {
  const t = useWords(words)
  const dates = useDates()
  const open = duty.passings.filter(({ appeal }) => appeal === null)
  const [level, setLevel] = useState(open[0]?.level)
  const [reason, setReason] = useState('')
  const appeal = useActCommand(api.appeal.call, t.asked, onDone)
  return (
    <ActForm
      lead={t.appealLead}
      label={t.ask}
      act={appeal}
      blocked={level === undefined || reason.trim().length < 2}
      onSubmit={() => appeal.mutate({ duty: duty.duty, level: level ?? 1, reason: reason.trim() })}
    >
      <fieldset className={css.choices}>
        <legend>{t.which}</legend>
        {open.map((passing) => (
          <label key={passing.level} className={css.choice}>
            <input
              type="radio"
              name="level"
              checked={level === passing.level}
              onChange={() => setLevel(passing.level)}
            />
            {t.passing(passing.name, dates.moment(passing.at))}
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

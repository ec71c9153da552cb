import { useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { PlateDetail } from '../../contract/plates.ts'
import { AnswerForm } from '../acts/answer-form.tsx'
import { ReasonForm } from '../acts/reason-form.tsx'
import { useActCommand } from '../acts/use-act.ts'
import { api } from '../api.ts'
import css from './plates.module.css'

const words = {
  appeal: ['对这块牌有异议', 'Disagree with this plate'],
  answer: ['答复异议', 'Answer the objection'],
  whose: [
    '由本单位负责人提出，限时答复；异议成立的，积分自动冲正，牌和异议都保留。',
    'Made by the unit’s head and answered in time; upheld, the points are taken back, plate and objection stay.',
  ],
  reason: ['为什么不同意', 'Why you disagree'],
  hint: [
    '写清事实：哪个节点、受什么影响、材料在哪里。',
    'The facts: which node, what held it up, where the evidence is.',
  ],
  send: ['提出异议', 'Object'],
  done: ['异议已提出', 'The objection is made'],
  open: [(moment: string) => `办理中，${moment} 前答复`, (moment: string) => `open; answer by ${moment}`],
  upheld: ['异议成立', 'Upheld'],
  rejected: ['异议不成立', 'Rejected'],
} as const

/** Objections to a plate, and what the present post may do about them. */
export function PlateAppeals({ plate }: { readonly plate: PlateDetail }) {
  const t = useWords(words)
  const [form, setForm] = useState<'appeal' | 'answer'>()
  const close = () => setForm(undefined)
  return (
    <>
      <AppealTexts appeals={plate.appeals} />
      <p className={css.note}>{t.whose}</p>
      {plate.may.appeal && <Button onClick={() => setForm('appeal')}>{t.appeal}</Button>}
      {plate.may.answerAppeal && <Button onClick={() => setForm('answer')}>{t.answer}</Button>}
      {form && (
        <Panel title={t[form]} onClose={close}>
          {form === 'appeal' ? (
            <AppealForm plate={plate.plate} onDone={close} />
          ) : (
            <AnswerForm node={plate} onDone={close} />
          )}
        </Panel>
      )}
    </>
  )
}

function AppealForm({ plate, onDone }: { readonly plate: string; readonly onDone: () => void }) {
  const t = useWords(words)
  const act = useActCommand(api.appealPlate.call, t.done, onDone)
  return (
    <ReasonForm
      lead={t.whose}
      label={t.reason}
      hint={t.hint}
      send={t.send}
      act={act}
      onReason={(reason) => act.mutate({ plate, reason })}
    />
  )
}

function AppealTexts({ appeals }: Pick<PlateDetail, 'appeals'>) {
  const t = useWords(words)
  const dates = useDates()
  if (appeals.length === 0) return null
  return (
    <ul className={css.appeals}>
      {appeals.map((appeal) => (
        <li key={appeal.appeal}>
          <p>{appeal.reason}</p>
          <p className={css.note}>
            {dotted(
              appeal.by,
              dates.moment(appeal.at),
              appeal.state === 'open' ? t.open(dates.moment(appeal.dueAt)) : t[appeal.state],
            )}
          </p>
          {appeal.answer && <p>{appeal.answer}</p>}
        </li>
      ))}
    </ul>
  )
}

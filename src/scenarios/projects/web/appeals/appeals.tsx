import { Button } from '#platform/web/parts/button.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Appeal } from '../../contract/appeals.ts'
import { useAct } from '../act-address.ts'
import { AnswerForm } from '../acts/answer-form.tsx'
import css from './appeals.module.css'

const words = {
  answer: ['答复异议', 'Answer the objection'],
  answerTo: [(by: string) => `答复异议：${by}`, (by: string) => `Answer the objection: ${by}`],
  answered: [(text: string) => `答复：${text}`, (text: string) => `Answer: ${text}`],
  open: [(moment: string) => `办理中，${moment} 前答复`, (moment: string) => `open; answer by ${moment}`],
  upheld: ['异议成立', 'Upheld'],
  rejected: ['异议不成立', 'Rejected'],
} as const

type AppealsProps = { readonly appeals: readonly Appeal[]; readonly mayAnswer: boolean }

/** Objections to one thing and how they stand; whoever owes the open one an answer gives it at the side. */
export function Appeals({ appeals, mayAnswer }: AppealsProps) {
  if (appeals.length === 0) return null
  const open = appeals.find(({ state }) => state === 'open')
  return (
    <>
      <ul className={css.appeals}>
        {appeals.map((appeal) => (
          <AppealText key={appeal.appeal} appeal={appeal} />
        ))}
      </ul>
      {mayAnswer && open && <Answer appeal={open} />}
    </>
  )
}

function AppealText({ appeal }: { readonly appeal: Appeal }) {
  const t = useWords(words)
  const dates = useDates()
  const standing = appeal.state === 'open' ? t.open(dates.moment(appeal.dueAt)) : t[appeal.state]
  return (
    <li>
      <p>{appeal.reason}</p>
      <p className={css.note}>{dotted(appeal.by, dates.moment(appeal.at), standing)}</p>
      {appeal.answer && <p>{t.answered(appeal.answer)}</p>}
    </li>
  )
}

function Answer({ appeal }: { readonly appeal: Appeal }) {
  const t = useWords(words)
  const { act, of, open, close, done } = useAct()
  return (
    <div className={css.act}>
      <Button onClick={() => open('answer', appeal.appeal)} aria-label={t.answerTo(appeal.by)}>
        {t.answer}
      </Button>
      {act === 'answer' && of === appeal.appeal && (
        <Panel title={t.answer} onClose={close}>
          <AnswerForm appeal={appeal} onDone={done} />
        </Panel>
      )}
    </div>
  )
}

import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Appeal } from '../contract/appeals.ts'
import type { NodeDetail } from '../contract/views.ts'
import { useAct } from './act-address.ts'
import css from './node-page.module.css'

const words = {
  title: ['异议', 'Objections'],
  answer: ['答复', 'Answer'],
  open: [(moment: string) => `办理中，${moment} 前答复`, (moment: string) => `open; answer by ${moment}`],
  upheld: ['异议成立', 'Upheld'],
  rejected: ['异议不成立', 'Rejected'],
} as const

/** Objections to the lamp and how they stand. */
export function NodeAppeals({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const { open } = useAct()
  if (node.appeals.length === 0) return null
  return (
    <Card title={t.title}>
      <ul className={css.appeals}>
        {node.appeals.map((appeal) => (
          <AppealText key={appeal.appeal} appeal={appeal} />
        ))}
      </ul>
      {node.may.answerAppeal && (
        <div className={css.answer}>
          <Button onClick={() => open('answer')}>{t.answer}</Button>
        </div>
      )}
    </Card>
  )
}

function AppealText({ appeal }: { readonly appeal: Appeal }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <li>
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
  )
}

import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Today } from '../contract/views.ts'
import { ActLink } from './act-link.tsx'
import { Group } from './node-group.tsx'
import css from './today-page.module.css'

const words = {
  appeals: ['待答复的异议', 'Objections to answer'],
  answer: ['答复', 'Answer'],
  due: [(moment: string) => `${moment} 前答复`, (moment: string) => `answer by ${moment}`],
} as const

/** Objections that the unit owes an answer. */
export function AppealGroup({ appeals }: Pick<Today, 'appeals'>) {
  const t = useWords(words)
  const dates = useDates()
  if (appeals.length === 0) return null
  return (
    <Group title={t.appeals} count={appeals.length}>
      <Queue label={t.appeals} items={appeals} keyOf={({ appeal }) => appeal}>
        {(appeal) => (
          <div className={css.appeal}>
            <span>
              {appeal.title}
              <p className={css.note}>{dotted(`${appeal.by}：${appeal.reason}`, t.due(dates.moment(appeal.dueAt)))}</p>
            </span>
            {appeal.node === null ? (
              <ButtonLink to={`/plates/${appeal.plate}`} label={`${t.answer}：${appeal.title}`}>
                {t.answer}
              </ButtonLink>
            ) : (
              <ActLink node={{ node: appeal.node, title: appeal.title }} act="answer" label={t.answer} />
            )}
          </div>
        )}
      </Queue>
    </Group>
  )
}

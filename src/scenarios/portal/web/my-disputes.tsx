import { useQuery } from '@tanstack/react-query'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './portal.module.css'

const words = {
  heading: ['我提出的异议', 'What I said is wrong'],
  open: ['等待答复', 'waits for an answer'],
  corrected: ['已更正', 'put right'],
  upheld: ['维持原数据', 'right as it is'],
  said: [(words: string) => `我说：${words}`, (words: string) => `I said: ${words}`],
  answered: [(words: string) => `答复：${words}`, (words: string) => `Their answer: ${words}`],
  due: [(day: string) => `应在 ${day} 前答复`, (day: string) => `due by ${day}`],
} as const

/** What I said is wrong, and what its owners answered; nothing where there is none. */
export function MyDisputes() {
  const t = useWords(words)
  const dates = useDates()
  const { data } = useQuery(api.disputes.queryOptions())
  if (!data?.disputes.length) return null
  return (
    <section className={css.section}>
      <h2 className={css.heading}>{t.heading}</h2>
      <ul className={css.rows}>
        {data.disputes.map(({ dispute, datasetName, fieldName, ownerName, at, state, statement, answer, dueAt }) => (
          <li key={dispute} className={css.look}>
            <p>
              <strong>{dotted(datasetName, fieldName)}</strong>
            </p>
            <p>{t.said(statement)}</p>
            <p>{dotted(ownerName, t[state], dueAt && t.due(dates.date(dueAt)))}</p>
            {answer && <p>{t.answered(answer)}</p>}
            <p className={css.note}>{dates.moment(at)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

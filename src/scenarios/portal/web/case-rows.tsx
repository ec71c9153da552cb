import { Link } from '@tanstack/react-router'
import { useDates } from '#platform/web/words/dates.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseLine } from '#scenarios/matters/public.ts'
import { CaseState } from './case-state.tsx'
import css from './portal.module.css'

const words = {
  asked: [(day: string) => `${day} 提交`, (day: string) => `asked on ${day}`],
} as const

/** Cases as rows: what, where it stands, since when. */
export function CaseRows({ cases }: { readonly cases: readonly CaseLine[] }) {
  const either = useEither()
  const t = useWords(words)
  const dates = useDates()
  return (
    <ul className={css.rows}>
      {cases.map((one) => (
        <li key={one.case}>
          <Link to={`/portal/cases/${one.case}` as string} className={css.row}>
            <span>
              {either(one.matter.name, one.matter.english)}
              <span className={css.note}>{t.asked(dates.date(one.submittedAt))}</span>
            </span>
            <CaseState of={one} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useWords } from '#platform/web/words/words.ts'
import type { PlanCheck } from '../../contract/check.ts'
import { api } from '../api.ts'
import css from './check.module.css'
import { SeverityMark, severityWords } from './severity.tsx'

const words = {
  sound: ['计划检查：没有发现问题', 'Plan check: nothing found'],
  found: ['计划检查', 'Plan check'],
} as const

/** How sound a draft is, in one line. */
export function CheckSummary({ project }: { readonly project: string }) {
  const { data } = useQuery(api.check.queryOptions({ input: { project }, staleTime: 60_000 }))
  return data ? <Counts counts={data.counts} /> : null
}

/** How many findings there are of each kind. */
export function Counts({ counts }: Pick<PlanCheck, 'counts'>) {
  const t = useWords(words)
  const kinds = useWords(severityWords)
  const there = (['blocking', 'warning', 'hint'] as const).filter((severity) => counts[severity] > 0)
  if (there.length === 0) return <p className={css.summary}>{t.sound}</p>
  return (
    <p className={css.summary}>
      {t.found}
      {there.map((severity) => (
        <span key={severity} className={css[severity]}>
          <SeverityMark severity={severity} /> {kinds[severity]} {counts[severity]}
        </span>
      ))}
    </p>
  )
}

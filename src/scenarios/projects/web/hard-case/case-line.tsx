import { Link } from '@tanstack/react-router'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { HardCaseRow } from '../../contract/hard-cases.ts'
import css from './hard-case.module.css'
import { caseStateWords, hardCaseWords, selectionWords } from './hard-case-words.ts'

/** A hard case in the list. */
export function CaseLine({ one }: { readonly one: HardCaseRow }) {
  const t = useWords(hardCaseWords)
  const selection = useWords(selectionWords)[one.selection]
  const { moment } = useDates()
  const holder = one.leader && `${one.leader.organisationName} ${one.leader.personName}`
  return (
    <Link to={`/hard-cases/${one.case}` as string} className={css.line}>
      <CaseState state={one.state} />
      <span className={css.title}>{one.title}</span>
      <span className={css.points}>{t.points(one.points)}</span>
      <span className={css.muted}>
        {dotted(one.place, one.publisher.organisationName, holder ?? selection, one.teams > 0 && t.teams(one.teams))}
      </span>
      <span className={`${css.muted} ${css.until}`}>{t.until(moment(one.deadline))}</span>
    </Link>
  )
}

/** Where a case stands, in words. */
export function CaseState({ state }: Pick<HardCaseRow, 'state'>) {
  return (
    <span className={css.state} data-state={state}>
      {useWords(caseStateWords)[state]}
    </span>
  )
}

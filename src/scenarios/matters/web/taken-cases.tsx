import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseLine } from '../contract/views.ts'
import { api } from './api.ts'
import css from './cases.module.css'
import { stateWords } from './names.ts'
import { StateMark } from './state-mark.tsx'

const words = {
  taken: ['本单位收的件', 'Taken by my unit'],
  number: ['按受理编号查', 'Find by number'],
  example: ['从头输，例如 20261123', 'From its beginning, such as 20261123'],
  none: ['没有这个编号的件', 'No case of this number'],
  noneHint: ['只列本单位收的件，请核对受理通知书上的编号。', 'Only what your unit took is listed here.'],
  nothing: ['还没有收件', 'Nothing taken yet'],
  nothingHint: ['收件后会列在这里，可以打印受理通知书。', 'What you take is listed here.'],
  more: ['更早的件', 'Earlier cases'],
} as const

const pageSize = 20

/** What the unit took or asked for, the latest first; who comes back with a receipt is found by its number. */
export function TakenCases() {
  const t = useWords(words)
  const [{ number = '' }, change] = useAddress<{ number?: string }>()
  const taken = useInfiniteQuery(
    api.taken.infiniteOptions({
      input: (before: string | undefined) => ({ number, limit: pageSize, ...(before && { before }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ cases }) =>
        number === '' && cases.length === pageSize ? cases.at(-1)?.submittedAt : undefined,
      refetchInterval: 60_000,
    }),
  )
  return (
    <Card title={t.taken}>
      <div className={css.small}>
        <TextField
          label={t.number}
          placeholder={t.example}
          type="search"
          maxLength={20}
          value={number}
          onChange={(event) => change({ number: event.target.value || undefined })}
        />
        <Answered query={taken}>
          {({ pages }) => <Cases cases={pages.flatMap(({ cases }) => cases)} isAsked={number !== ''} />}
        </Answered>
        {taken.hasNextPage && (
          <Button onClick={() => taken.fetchNextPage()} busy={taken.isFetchingNextPage} wide>
            {t.more}
          </Button>
        )}
      </div>
    </Card>
  )
}

function Cases({ cases, isAsked }: { readonly cases: readonly CaseLine[]; readonly isAsked: boolean }) {
  const either = useEither()
  const t = useWords(words)
  const dates = useDates()
  const once = [...new Map(cases.map((one) => [one.case, one])).values()]
  if (once.length === 0)
    return <EmptyState title={isAsked ? t.none : t.nothing}>{isAsked ? t.noneHint : t.nothingHint}</EmptyState>
  return (
    <ul className={css.rows}>
      {once.map((one) => (
        <li key={one.case} className={css.row}>
          <Link to={`/cases/${one.case}`}>{either(one.matter.name, one.matter.english)}</Link>
          <StateMark words={stateWords} state={one.state} />
          <span className={`${css.note} ${css.wide}`}>{dotted(one.applicant, one.number)}</span>
          <span className={`${css.note} ${css.wide}`}>{dates.moment(one.submittedAt)}</span>
        </li>
      ))}
    </ul>
  )
}

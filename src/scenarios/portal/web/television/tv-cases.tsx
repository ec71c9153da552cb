import { useQuery } from '@tanstack/react-query'
import { Answered } from '#platform/web/parts/states.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import { mattersApi } from '../api.ts'
import { CaseState } from '../case-state.tsx'
import css from './tv.module.css'
import { TvTile } from './tv-tile.tsx'

const words = {
  cases: ['我的办件', 'My cases'],
  none: ['还没有办过事。', 'There is no case yet.'],
  back: ['返回', 'Back'],
} as const

/** One's cases, the newest first, to be read from the sofa. */
export function TvCases({ back }: { readonly back: () => void }) {
  const t = useWords(words)
  const dates = useDates()
  const query = useQuery(mattersApi.mine.queryOptions({ input: { limit: 8 } }))
  const either = useEither()
  return (
    <>
      <h2>{t.cases}</h2>
      <Answered query={query}>
        {({ cases }) => (
          <>
            {cases.length === 0 && <p>{t.none}</p>}
            <ul className={css.list}>
              {cases.map((one) => (
                <li key={one.case} className={css.line}>
                  <span>{either(one.matter.name, one.matter.english)}</span>
                  <span>{dates.date(one.submittedAt)}</span>
                  <CaseState of={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <TvTile onPress={back}>{t.back}</TvTile>
    </>
  )
}

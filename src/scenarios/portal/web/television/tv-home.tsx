import { useQuery } from '@tanstack/react-query'
import { Answered } from '#platform/web/parts/states.tsx'
import { residentQuery } from '#platform/web/residents/resident-session.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { mattersApi } from '../api.ts'
import type { Screen } from './screen.ts'
import css from './tv.module.css'
import { TvTile } from './tv-tile.tsx'

const words = {
  cases: ['我的办件', 'My cases'],
  signIn: ['手机号登录', 'Sign in by phone'],
  noPaper: ['不用交材料的事项', 'Nothing to hand in'],
} as const

const most = 10

/** The first screen: who one is, one's cases, what can be done from the sofa. */
export function TvHome({ go }: { readonly go: (screen: Screen) => void }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const { data: resident } = useQuery(residentQuery)
  const query = useQuery(mattersApi.matters.queryOptions({ input: {} }))
  const cases: Screen = { at: 'cases' }
  return (
    <>
      <TvTile look="main" onPress={() => go(resident ? cases : { at: 'sign-in', next: cases })}>
        {resident ? t.cases : t.signIn}
      </TvTile>
      <h2>{t.noPaper}</h2>
      <Answered query={query}>
        {({ matters }) => (
          <div className={css.tiles}>
            {forTheSofa(matters).map(({ matter, name, english }) => (
              <TvTile key={matter} onPress={() => go({ at: 'matter', matter })}>
                {isChinese ? name : english}
              </TvTile>
            ))}
          </div>
        )}
      </Answered>
    </>
  )
}

type Line = {
  readonly matter: string
  readonly name: string
  readonly english: string
  readonly applicants: readonly string[]
  readonly instant: boolean
  readonly trips: number
}

/** What a person can ask for without a trip, decided at once first. */
function forTheSofa<T extends Line>(matters: readonly T[]): readonly T[] {
  return matters
    .filter(({ applicants, trips }) => applicants.includes('person') && trips === 0)
    .sort((a, b) => Number(b.instant) - Number(a.instant))
    .slice(0, most)
}

import { useQuery } from '@tanstack/react-query'
import { useLive } from '#platform/web/live/use-live.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import { CockpitBoard } from './cockpit/board.tsx'
import { cockpitWords } from './cockpit/cockpit-words.ts'
import css from './cockpit/desk.module.css'
import { timeOfDay } from './cockpit/wall-clock.tsx'

const topics = ['plans', 'obligations', 'projects']
const touches = [api.cockpit.key()]
const title = { page: ['指挥舱', 'Cockpit'] } as const

/** 指挥舱: the same as on the wall, on a desk or phone, with the eyes of the post. */
export function Page() {
  const t = useWords(cockpitWords)
  const live = useLive(topics, touches)
  const query = useQuery(api.cockpit.queryOptions({ input: { view: 'own' } }))
  const asOf = query.data && timeOfDay(Date.parse(query.data.asOf))
  return (
    <PageFrame
      title={useWords(title).page}
      lead={asOf ? (live.isCut ? t.cut(asOf) : `${t.lead}${t.asOf(asOf)}`) : ' '}
      actions={<ButtonLink to="/wall">{t.onWall}</ButtonLink>}
    >
      <div className={css.desk}>
        <Answered query={query}>{(cockpit) => <CockpitBoard cockpit={cockpit} />}</Answered>
      </div>
    </PageFrame>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLive } from '#platform/web/live/use-live.ts'
import { Answered } from '#platform/web/parts/states.tsx'
import { useHall } from '#platform/web/shell/hall.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Cockpit } from '../contract/cockpit.ts'
import { api } from './api.ts'
import { CockpitBoard } from './cockpit/board.tsx'
import { cockpitWords } from './cockpit/cockpit-words.ts'
import css from './cockpit/wall.module.css'
import { timeOfDay, WallClock } from './cockpit/wall-clock.tsx'

const topics = ['plans', 'obligations', 'projects']
const touches = [api.cockpit.key()]
const anyway = 60_000

/** 大屏: the county in a hall, read from eight metres; nothing confidential is on it. */
export function Page() {
  useHall('/wall')
  const live = useLive(topics, touches)
  const query = useQuery({ ...api.cockpit.queryOptions({ input: { view: 'hall' } }), refetchInterval: anyway })
  const isCut = live.isCut || query.isError
  return (
    <div className={css.wall} data-surface="wall" data-cut={isCut || undefined}>
      <Answered query={query} skeleton={<div className={css.wall} />}>
        {(cockpit) => (
          <Wall cockpit={cockpit} cutAt={isCut ? Math.min(live.heardAt, query.dataUpdatedAt) : undefined} />
        )}
      </Answered>
    </div>
  )
}

function Wall({ cockpit, cutAt }: { readonly cockpit: Cockpit; readonly cutAt: number | undefined }) {
  const t = useWords(cockpitWords)
  const title = t.title(cockpit.county)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <header className={css.header}>
        <h1>{title}</h1>
        <p role="status" className={cutAt === undefined ? css.asOf : css.cut}>
          {cutAt === undefined
            ? `${t.live}，${t.asOf(timeOfDay(Date.parse(cockpit.asOf)))}，${t.confidentialOut}`
            : t.cut(timeOfDay(cutAt))}
        </p>
        <p className={css.summary}>
          {t.summary(cockpit.figures.running, cockpit.figures.open, cockpit.figures.people)}
        </p>
        <WallClock />
      </header>
      <main className={css.body}>
        <CockpitBoard cockpit={cockpit} fit />
      </main>
    </>
  )
}

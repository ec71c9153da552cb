import { Link } from '@tanstack/react-router'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { Cockpit, CockpitEvent } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'
import { cockpitWords } from './cockpit-words.ts'
import { markOf, sentenceOf } from './event-sentence.ts'
import { LampShape } from './lamp-shape.tsx'

const hour = 3_600_000

/** What happened in the last hour, in sentences; where nothing did, the latest before it. */
export function Events({ events, asOf }: Pick<Cockpit, 'events' | 'asOf'>) {
  const t = useWords(cockpitWords)
  const recent = events.filter(({ at }) => Date.parse(asOf) - Date.parse(at) < hour)
  const shown = recent.length > 0 ? recent : events
  return (
    <section className={`${css.panel} ${css.events}`}>
      <h2>{recent.length > 0 ? t.lastHour : events.length > 0 ? t.latest : t.lastHour}</h2>
      {events.length === 0 && <p className={css.muted}>{t.noEvents}</p>}
      <ol className={css.list}>
        {shown.map((event) => (
          <EventRow key={event.entry + event.indicator} event={event} isRecent={recent.length > 0} />
        ))}
      </ol>
    </section>
  )
}

function EventRow({ event, isRecent }: { readonly event: CockpitEvent; readonly isRecent: boolean }) {
  const { moment } = useDates()
  const language = useLanguage()
  const mark = markOf(event)
  const time = moment(event.at)
  return (
    <li>
      <Link to={event.opens as string} className={css.event}>
        {mark && <LampShape colour={mark} />}
        <span>
          <time dateTime={event.at} className={css.muted}>
            {isRecent ? time.slice(-5) : time}
          </time>{' '}
          {sentenceOf(event, language)}
        </span>
      </Link>
    </li>
  )
}

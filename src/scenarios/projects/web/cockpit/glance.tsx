import { type LampColour, lampColours, lampWords } from '#platform/web/vocabulary/lamp.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { Cockpit } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'
import { cockpitWords, plateColours } from './cockpit-words.ts'
import { FigureLink } from './figure-link.tsx'
import { LampShape } from './lamp-shape.tsx'
import { percent } from './open-figure.ts'

type Props = { readonly cockpit: Cockpit }

/** The county at a glance: lamps, and the figures that a leader asks for first. */
export function Glance({ cockpit }: Props) {
  return (
    <section className={css.glance}>
      <LampRow cockpit={cockpit} />
      <div className={css.figures}>
        <OnTime cockpit={cockpit} />
        <Overdue cockpit={cockpit} />
        <Climbed cockpit={cockpit} />
        <Plates cockpit={cockpit} />
      </div>
    </section>
  )
}

function LampRow({ cockpit }: Props) {
  const t = useWords(cockpitWords)
  return (
    <ul className={css.lamps} aria-label={t.lamps}>
      {lampColours.map((colour) => (
        <li key={colour}>
          <BigLamp colour={colour} cockpit={cockpit} />
        </li>
      ))}
    </ul>
  )
}

function BigLamp({ colour, cockpit: { lamps, lampsBefore, definitions } }: Props & { readonly colour: LampColour }) {
  const t = useWords(cockpitWords)
  const word = useWords(lampWords)[colour]
  const change = lamps[colour] - lampsBefore[colour]
  return (
    <FigureLink
      indicator="nodes.open"
      facts={{ lamp: colour }}
      className={css.lamp}
      title={useDefinition(definitions, 'nodes.open')}
    >
      <span className={css.lampWord}>
        <LampShape colour={colour} /> {word}
      </span>
      <span className={css.lampCount}>{lamps[colour]}</span>
      <span className={css.muted}>
        {change === 0 ? t.same : `${t.sinceYesterday} ${change > 0 ? '+' : '−'}${Math.abs(change)}`}
      </span>
    </FigureLink>
  )
}

function OnTime({ cockpit: { onTime, definitions } }: Props) {
  const t = useWords(cockpitWords)
  const { finished, finishedBefore, onTimeBefore } = onTime
  return (
    <FigureLink indicator="nodes.finished" className={css.figure} title={useDefinition(definitions, 'nodes.finished')}>
      <span className={css.label}>{t.onTime}</span>
      <span className={css.value}>{percent(onTime.onTime, finished)}</span>
      <span className={css.muted}>
        {finished === 0 ? t.none : t.onTimeOf(onTime.onTime, finished)}
        {finishedBefore > 0 && `，${t.lastMonth(percent(onTimeBefore, finishedBefore))}`}
      </span>
    </FigureLink>
  )
}

function Overdue({ cockpit: { asOf, figures, definitions } }: Props) {
  const t = useWords(cockpitWords)
  return (
    <FigureLink
      indicator="nodes.open"
      facts={{ 'due<': dayOf(asOf) }}
      className={css.figure}
      title={useDefinition(definitions, 'nodes.open')}
    >
      <span className={css.label}>{t.overdue}</span>
      <span className={css.value}>
        {figures.overdue}
        <small>{t.unitOfNodes}</small>
      </span>
      <span className={css.muted}>
        {t.dueSoon} {figures.dueSoon}
      </span>
    </FigureLink>
  )
}

function Climbed({ cockpit: { climbed, figures, definitions } }: Props) {
  const t = useWords(cockpitWords)
  return (
    <FigureLink
      indicator="obligations.climbed"
      className={css.figure}
      title={useDefinition(definitions, 'obligations.climbed')}
    >
      <span className={css.label}>{t.climbed}</span>
      <span className={css.value}>
        {figures.climbed}
        <small>{useLanguage() === 'zh' ? '项' : ''}</small>
      </span>
      <span className={css.muted}>
        {climbed.map(({ level, count }) => `${t.rung(level)} ${count}`).join(' ') || '—'}
      </span>
    </FigureLink>
  )
}

function Plates({ cockpit: { plates, definitions } }: Props) {
  const t = useWords(cockpitWords)
  const language = useLanguage()
  const title = useDefinition(definitions, 'plates.given')
  if (plates === null)
    return (
      <div className={css.figure} title={title}>
        <span className={css.label}>{language === 'zh' ? '三色牌' : 'Plates'}</span>
        <span className={css.value}>—</span>
        <span className={css.muted}>{t.noPlates}</span>
      </div>
    )
  const { present } = plates
  return (
    <div className={css.figure} title={title}>
      <span className={css.label}>{t.plates(present.month)}</span>
      <span className={css.plates}>
        {plateColours.map(([colour, zh, en]) => (
          <FigureLink
            key={colour}
            indicator="plates.given"
            facts={{ month: present.month, colour }}
            className={`${css.plate} ${css[colour]}`}
          >
            {language === 'zh' ? zh : en} <b>{present[colour]}</b>
          </FigureLink>
        ))}
      </span>
      <span className={css.muted}>
        {t.lastMonth(
          plateColours.map(([colour, zh, en]) => `${language === 'zh' ? zh : en} ${plates.before[colour]}`).join(' '),
        )}
      </span>
    </div>
  )
}

/** The definition (口径) of an indicator in the reader's language. */
export function useDefinition(definitions: Cockpit['definitions'], indicator: string): string | undefined {
  const isChinese = useLanguage() === 'zh'
  const found = definitions[indicator]
  return found?.definition[isChinese ? 0 : 1]
}

/** The county's day of an instant, `2026-11-22`. */
function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))
}

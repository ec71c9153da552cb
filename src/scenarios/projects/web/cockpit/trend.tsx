import { useWords } from '#platform/web/words/words.ts'
import type { CockpitMonth } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'
import { cockpitWords, plateColours } from './cockpit-words.ts'
import { FigureLink } from './figure-link.tsx'
import { percent } from './open-figure.ts'

type Props = { readonly months: readonly CockpitMonth[] }

/** How it went over the months: on time, and the plates. */
export function Trend({ months }: Props) {
  const t = useWords(cockpitWords)
  return (
    <section className={css.panel}>
      <h2>{t.trend}</h2>
      <Columns months={months} columnOf={onTimeColumn} />
      <h2>{t.plateTrend}</h2>
      <Columns months={months} columnOf={plateColumn} />
    </section>
  )
}

type Column = {
  readonly indicator: string
  readonly facts: Readonly<Record<string, string>>
  readonly told: string
  /** From below: colour and share of the height. */
  readonly parts: readonly { readonly colour: string; readonly share: number }[]
}

function Columns({ months, columnOf }: Props & { readonly columnOf: (month: CockpitMonth, most: number) => Column }) {
  const most = Math.max(1, ...months.map(({ plates }) => plates.green + plates.yellow + plates.red))
  const last = months.findLastIndex((month) => columnOf(month, most).parts.some(({ share }) => share > 0))
  return (
    <ol className={css.columns}>
      {months.map((month, index) => {
        const { indicator, facts, told, parts } = columnOf(month, most)
        return (
          <li key={month.month}>
            <FigureLink indicator={indicator} facts={facts} className={css.column} title={`${month.month} ${told}`}>
              <span className={css.stack}>
                {parts.map(({ colour, share }) => (
                  <span key={colour} style={{ height: `${share * 100}%`, background: `var(${colour})` }} />
                ))}
              </span>
              <span className={css.month}>
                {index === 0 || index === months.length - 1 || month.month.endsWith('-01')
                  ? monthLabel(month.month)
                  : ''}
              </span>
              <span className={index === last ? css.told : 'visually-hidden'}>
                {index === last && index < months.length - 1 && `${monthLabel(month.month)} `}
                {told}
              </span>
            </FigureLink>
          </li>
        )
      })}
    </ol>
  )
}

function onTimeColumn({ month, finished, onTime }: CockpitMonth): Column {
  return {
    ...{ indicator: 'nodes.finished', facts: monthDays(month), told: percent(onTime, finished) },
    parts: [{ colour: '--primary', share: finished === 0 ? 0 : onTime / finished }],
  }
}

function plateColumn({ month, plates }: CockpitMonth, most: number): Column {
  return {
    ...{ indicator: 'plates.given', facts: { month } },
    told: plateColours.map(([colour, zh]) => `${zh} ${plates[colour]}`).join(' '),
    parts: plateColours.map(([colour]) => ({ colour: `--lamp-${colour}`, share: plates[colour] / most })),
  }
}

/** The first and last day of a month, as filters of records. */
function monthDays(month: string) {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}

function monthLabel(month: string): string {
  const number = Number(month.slice(5))
  return number === 1 ? `${month.slice(2, 4)}年1月` : `${number}月`
}

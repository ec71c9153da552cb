import { useWords } from '#platform/web/words/words.ts'
import type { DatasetDetail } from '../contract/routes/catalogue.ts'
import css from './data.module.css'

const words = {
  none: ['30 天内没有查询', 'Nobody has looked it up in 30 days'],
  came: ['取得或无记录', 'Answered or no record'],
  troubled: ['等待、有误、未取得、拒绝', 'Waiting, wrong, given up, refused'],
  day: [
    (day: string, came: number, troubled: number) => `${day}：取得 ${came} 次，未取得 ${troubled} 次`,
    (day: string, came: number, troubled: number) => `${day}: ${came} answered, ${troubled} not`,
  ],
  sum: [
    (came: number, troubled: number) => `共 ${came + troubled} 次，${troubled} 次未取得`,
    (came: number, troubled: number) => `${came + troubled} in all, ${troubled} without an answer`,
  ],
} as const

/** Look-ups by day: what came, and what did not. */
export function LookDays({ days }: { readonly days: DatasetDetail['days'] }) {
  const t = useWords(words)
  const bars = days.map(({ day, count }) => {
    const came = count.answered + count['not-found']
    return { day, came, troubled: count.waiting + count.wrong + count['gave-up'] + count.refused + count.asking }
  })
  const most = Math.max(1, ...bars.map(({ came, troubled }) => came + troubled))
  const [came, troubled] = [
    bars.reduce((all, bar) => all + bar.came, 0),
    bars.reduce((all, bar) => all + bar.troubled, 0),
  ]
  if (came + troubled === 0) return <p className={css.note}>{t.none}</p>
  return (
    <>
      <div
        className={css.bars}
        role="img"
        aria-label={bars.map((bar) => t.day(bar.day, bar.came, bar.troubled)).join('；')}
      >
        {bars.map((bar) => (
          <div key={bar.day} className={css.bar} title={t.day(bar.day, bar.came, bar.troubled)}>
            <div className={css.came} style={{ height: `${(bar.came / most) * 100}%` }} />
            <div className={css.troubled} style={{ height: `${(bar.troubled / most) * 100}%` }} />
          </div>
        ))}
      </div>
      <div className={css.legend}>
        <span>
          <span className={`${css.swatch} ${css.came}`} />
          {t.came}
        </span>
        <span>
          <span className={`${css.swatch} ${css.troubled}`} />
          {t.troubled}
        </span>
        <span>{t.sum(came, troubled)}</span>
      </div>
    </>
  )
}

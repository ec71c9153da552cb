import { Link } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import css from './rates.module.css'
import type { TrialFound } from './try-ladder.ts'

const words = {
  result: ['试算结果', 'Result'],
  tried: [
    (tried: number, different: number) =>
      `试算 ${tried} 项，其中 ${different} 项的升级有变化。人的办理按记录不变，没有推测人会怎样应对。`,
    (tried: number, different: number) =>
      `${tried} tried; ${different} would have climbed otherwise. What people did is taken as it was.`,
  ],
  level: ['级别', 'Level'],
  before: ['现行', 'Now'],
  after: ['拟改', 'Proposed'],
  change: ['变化', 'Change'],
  list: ['有变化的事项', 'What differs'],
  never: ['不升级', 'no climbing'],
} as const

type Result = TrialFound

/** What a trial gave: numbers by level, and the obligations whose course differs. */
export function TrialResult({ result }: { readonly result: Result }) {
  const t = useWords(words)
  return (
    <>
      <Card title={t.result}>
        <div className={css.form}>
          <p>{t.tried(result.tried, result.different)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reached by keyboard */}
          <section className={css.scroll} tabIndex={0} aria-label={t.result}>
            <table className={css.table}>
              <thead>
                <tr>
                  {[t.level, t.before, t.after, t.change].map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {result.levels.map(({ level, name, before, after }) => (
                  <tr key={level}>
                    <th scope="row">{name}</th>
                    <td>{before}</td>
                    <td>{after}</td>
                    <td>{after > before ? `+${after - before}` : after - before}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      </Card>
      {result.list.length > 0 && (
        <Card title={t.list}>
          <Different list={result.list} />
        </Card>
      )}
    </>
  )
}

function Different({ list }: Pick<Result, 'list'>) {
  const t = useWords(words)
  const dates = useDates()
  const course = (rungs: Result['list'][number]['before']) =>
    rungs.length === 0 ? t.never : rungs.map(({ level, at }) => `${level}级 ${dates.moment(at)}`).join(' → ')
  return (
    <ul className={css.records}>
      {list.map((one) => (
        <li key={one.obligation} className={css.record}>
          <Link to={one.page}>{dotted(one.title, one.unitName)}</Link>
          <span className={css.note}>{`${t.before}：${course(one.before)}`}</span>
          <span className={css.note}>{`${t.after}：${course(one.after)}`}</span>
        </li>
      ))}
    </ul>
  )
}

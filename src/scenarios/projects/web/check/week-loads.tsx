import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { PersonLoad } from '../../contract/check.ts'
import css from './check.module.css'

const words = {
  title: ['超负荷人员', 'People who are overloaded'],
  lead: [
    (most: number) => `每周负荷是其在所有推进中项目的工作量占当周工作时间的比例，超过 ${most}% 为超负荷。`,
    (most: number) => `Work in all running projects as a share of the week’s working time; above ${most}% is too much.`,
  ],
  week: ['当周起', 'Week of'],
  load: ['负荷', 'Load'],
  nodes: ['节点', 'Nodes'],
  over: ['超出', 'too much'],
} as const

type WeekLoadsProps = { readonly loads: readonly PersonLoad[]; readonly overloadAbove: number }

/** The weeks in which people have too much to do. */
export function WeekLoads({ loads, overloadAbove }: WeekLoadsProps) {
  const t = useWords(words)
  return (
    <section>
      <h3 className={css.heading}>{t.title}</h3>
      <p className={css.muted}>{t.lead(Math.round(overloadAbove * 100))}</p>
      {loads.map((load) => (
        <PersonWeeks key={load.person} load={load} overloadAbove={overloadAbove} />
      ))}
    </section>
  )
}

function PersonWeeks({ load, overloadAbove }: { readonly load: PersonLoad; readonly overloadAbove: number }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <table className={css.table}>
      <caption>{load.personName}</caption>
      <thead>
        <tr>
          <th scope="col">{t.week}</th>
          <th scope="col">{t.nodes}</th>
          <th scope="col">{t.load}</th>
        </tr>
      </thead>
      <tbody>
        {load.weeks
          .filter((week) => week.load > overloadAbove)
          .map((week) => (
            <tr key={week.from}>
              <td>{dates.day(week.from)}</td>
              <td>{week.nodes}</td>
              <td>
                <meter className={css.meter} min={0} max={overloadAbove * 2} high={overloadAbove} value={week.load} />{' '}
                {Math.round(week.load * 100)}% {t.over}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

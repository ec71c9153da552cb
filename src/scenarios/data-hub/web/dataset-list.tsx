import { Link } from '@tanstack/react-router'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { DatasetLine } from '../contract/parts.ts'
import css from './data.module.css'
import { HealthMark } from './marks.tsx'
import { sensitivityWords, sharingWords, updateWords, wayWords } from './names.ts'

const words = {
  name: ['数据目录', 'Dataset'],
  owner: ['提供单位', 'Owner'],
  sharing: ['共享属性', 'Sharing'],
  answers: ['应答', 'Answers'],
  grants: ['有效授权', 'Grants'],
  today: ['今日查询', 'Today'],
  troubles: [(count: number) => `一周内 ${count} 次未取得`, (count: number) => `${count} without an answer in a week`],
  fields: [(count: number) => `${count} 个数据项`, (count: number) => `${count} fields`],
  asOf: [(day: string) => `${day} 的数据`, (day: string) => `of ${day}`],
  times: [(count: number) => `今日 ${count} 次`, (count: number) => `${count} today`],
  held: [(count: number) => `${count} 项授权`, (count: number) => `${count} grants`],
} as const

/** Datasets: a table where there is room, else one under the other. */
export function DatasetList({ datasets }: { readonly datasets: readonly DatasetLine[] }) {
  const t = useWords(words)
  return (
    <>
      <div className={`${css.scroll} ${css.wide}`}>
        <table className={css.table} aria-label={t.name}>
          <thead>
            <tr>
              {[t.name, t.owner, t.sharing, t.answers].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className={css.number}>
                {t.grants}
              </th>
              <th scope="col" className={css.number}>
                {t.today}
              </th>
            </tr>
          </thead>
          <tbody>
            {datasets.map((one) => (
              <Row key={one.dataset} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className={`${css.list} ${css.slim}`}>
        {datasets.map((one) => (
          <Item key={one.dataset} one={one} />
        ))}
      </ul>
    </>
  )
}

function Row({ one }: { readonly one: DatasetLine }) {
  const t = useWords(words)
  const told = useTold(one)
  return (
    <tr>
      <th scope="row">
        <Name one={one} />
        <span className={css.note}>{told.what}</span>
      </th>
      <td>{one.owner.name}</td>
      <td>
        {told.sharing}
        <span className={css.note}>{told.sensitivity}</span>
      </td>
      <td>
        <HealthMark state={one.health.state} />
        <span className={css.note}>{told.answers}</span>
      </td>
      <td className={css.number}>{one.grants}</td>
      <td className={css.number}>
        {one.looksToday}
        {one.troublesWeek > 0 && <span className={css.note}>{t.troubles(one.troublesWeek)}</span>}
      </td>
    </tr>
  )
}

function Item({ one }: { readonly one: DatasetLine }) {
  const t = useWords(words)
  const told = useTold(one)
  return (
    <li className={css.item}>
      <div className={css.head}>
        <Name one={one} />
        <HealthMark state={one.health.state} />
      </div>
      <span className={css.note}>{dotted(one.owner.name, told.sharing, told.sensitivity)}</span>
      <span className={css.note}>{dotted(told.what, t.held(one.grants), t.times(one.looksToday))}</span>
    </li>
  )
}

function Name({ one }: { readonly one: DatasetLine }) {
  const isChinese = useLanguage() === 'zh'
  return (
    <Link to="/data/datasets/$dataset" params={{ dataset: one.dataset }} className={css.strong}>
      {isChinese ? one.name : one.english}
    </Link>
  )
}

function useTold(one: DatasetLine) {
  const t = useWords(words)
  const language = useLanguage() === 'zh' ? 0 : 1
  return {
    sharing: sharingWords[one.sharing][language],
    sensitivity: sensitivityWords[one.sensitivity][language],
    answers: dotted(wayWords[one.way][language], one.health.asOf ? t.asOf(one.health.asOf) : undefined),
    what: dotted(t.fields(one.fields), updateWords[one.updates]?.[language]),
  }
}

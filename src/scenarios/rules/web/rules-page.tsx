import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ModelLine } from '../contract/parts.ts'
import { api } from './api.ts'
import css from './rules.module.css'

const words = {
  title: ['规则', 'Rules'],
  lead: [
    '条件和金额写成决策表：谁都看得懂，改动留痕，先试算、再审批、按日生效',
    'Conditions and amounts as tables: readable, tried on past cases, approved by a second person, in force from a day',
  ],
  none: ['县区数据包里还没有规则。', 'The county pack has no rules yet.'],
  version: [
    (version: number, day: string) => `第 ${version} 版，${day} 起施行`,
    (version: number, day: string) => `Version ${version}, since ${day}`,
  ],
  used: [(names: string) => `用于：${names}`, (names: string) => `Used by: ${names}`],
  unused: ['还没有事项使用', 'No matter uses it yet'],
  waiting: [(count: number) => `${count} 项修订待审批`, (count: number) => `${count} waiting for approval`],
  decisions: [(names: string) => `决策：${names}`, (names: string) => `Decisions: ${names}`],
} as const

/** 规则: every decision model in force. */
export function Page() {
  const t = useWords(words)
  const query = useQuery(api.models.queryOptions())
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Answered query={query}>
        {({ models }) =>
          models.length === 0 ? (
            <p className={css.note}>{t.none}</p>
          ) : (
            <ul className={css.list}>
              {models.map((one) => (
                <Model key={one.model} one={one} />
              ))}
            </ul>
          )
        }
      </Answered>
    </PageFrame>
  )
}

function Model({ one }: { readonly one: ModelLine }) {
  const t = useWords(words)
  return (
    <li className={css.item}>
      <div className={css.head}>
        <Link to={`/rules/${one.model}` as string} className={css.name}>
          {one.name}
        </Link>
        {one.waiting > 0 && <span className={css.waiting}>{t.waiting(one.waiting)}</span>}
      </div>
      {one.summary && <p className={css.summary}>{one.summary}</p>}
      <span className={css.note}>{t.version(one.version, one.effectiveFrom)}</span>
      <span className={css.note}>{one.usedBy.length > 0 ? t.used(one.usedBy.join('、')) : t.unused}</span>
      <span className={css.note}>{t.decisions(one.decisions.join('、'))}</span>
    </li>
  )
}

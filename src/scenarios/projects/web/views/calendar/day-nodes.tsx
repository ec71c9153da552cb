import { Link } from '@tanstack/react-router'
import { useGrowing } from '#platform/web/parts/growing.ts'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ChartDay } from '../../../contract/chart.ts'
import { stateWords, tellParty } from '../../names.ts'
import type { DrawnNode } from '../drawn.ts'
import css from './month-view.module.css'

const words = {
  weekend: ['周末，时限不计算', 'Weekend: clocks stand still'],
  holiday: [(name: string) => `${name}放假，时限不计算`, (name: string) => `${name}: clocks stand still`],
  makeup: [(name: string) => `${name}调休上班，时限照算`, (name: string) => `Made up for ${name}: clocks run`],
  workday: ['工作日', 'Working day'],
  none: ['这一天没有节点截止。', 'No node is due on this day.'],
} as const

type DayNodesProps = {
  readonly date: string
  readonly nodes: readonly DrawnNode[]
  readonly day: ChartDay | undefined
}

/** The picked day: what kind of day it is, and what is due. */
export function DayNodes({ date, nodes, day }: DayNodesProps) {
  const t = useWords(words)
  const dates = useDates()
  const states = useWords(stateWords)
  const { shown, more, count } = useGrowing(nodes)
  const kind = !day ? t.workday : day.kind === 'weekend' ? t.weekend : t[day.kind](day.name ?? '')
  return (
    <section className={css.list} aria-live="polite">
      <h3>{dates.date(`${date}T12:00:00+08:00`)}</h3>
      <p className={css.note}>{kind}</p>
      {nodes.length === 0 && <p>{t.none}</p>}
      <ul>
        {shown.map((node) => (
          <li key={node.node} className={css.node}>
            <Lamp colour={node.lamp} />
            <span>
              <Link to="/nodes/$node" params={{ node: node.node }}>
                {node.title}
              </Link>
              <span className={css.note}>
                {dotted(tellParty(node.owner), `${states[node.state]} ${node.progress}%`)}
              </span>
            </span>
          </li>
        ))}
        {more && <li key={count} ref={more} />}
      </ul>
    </section>
  )
}

import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { tellWorkingTime } from '#platform/web/words/working-time.ts'
import { stateWords, tellParty } from '../../names.ts'
import type { Drawn, DrawnNode } from '../drawn.ts'
import css from './gantt.module.css'

const words = {
  critical: ['关键：晚一天，整个项目晚一天', 'Critical: a day lost here is lost to the whole'],
  slack: [(time: string) => `可机动 ${time}`, (time: string) => `may slip ${time}`],
  overdrawn: [(time: string) => `关键：已透支 ${time}`, (time: string) => `critical: ${time} overdrawn`],
  forecast: [(date: string) => `预计 ${date} 完成`, (date: string) => `forecast ${date}`],
  baseline: [
    (from: string, to: string) => `原计划 ${from} → ${to}`,
    (from: string, to: string) => `baseline ${from} → ${to}`,
  ],
  after: [(titles: string) => `前置：${titles}`, (titles: string) => `after ${titles}`],
  nothing: ['没有节点', 'No nodes'],
} as const

/** What the picked bar says, in words. */
export function GanttDetails({ node, drawn }: { readonly node: DrawnNode | undefined; readonly drawn: Drawn }) {
  const t = useWords(words)
  return <output className={css.details}>{node ? <Facts node={node} drawn={drawn} /> : t.nothing}</output>
}

function Facts({ node, drawn }: { readonly node: DrawnNode; readonly drawn: Drawn }) {
  const t = useWords(words)
  const dates = useDates()
  const state = useWords(stateWords)[node.state]
  const slack = useSlack(node, drawn.minutesPerDay)
  const day = (instant: number) => dates.day(new Date(instant).toISOString())
  const before = node.links.flatMap((link) => drawn.byId.get(link.node)?.title ?? [])
  const facts = [
    `${state} ${node.progress}%`,
    tellParty(node.owner),
    `${day(node.startAt)} → ${day(node.deadlineAt)}`,
    node.baseline && t.baseline(day(node.baseline.startAt), day(node.baseline.deadlineAt)),
    node.forecastAt !== null && t.forecast(day(node.forecastAt)),
    slack,
    before.length > 0 && t.after(before.join('、')),
  ].filter(Boolean)
  return (
    <>
      <strong>
        {node.code} {node.title}
      </strong>
      <Lamp colour={node.lamp} />
      {facts.map((fact) => (
        <span key={String(fact)}>{fact}</span>
      ))}
    </>
  )
}

function useSlack({ slackMinutes, critical }: DrawnNode, minutesPerDay: number): string | undefined {
  const t = useWords(words)
  const time = tellWorkingTime(Math.abs(slackMinutes ?? 0), minutesPerDay, useLanguage())
  if (slackMinutes !== null && slackMinutes < 0) return t.overdrawn(time)
  if (critical) return t.critical
  return slackMinutes === null ? undefined : t.slack(time)
}

import { useQuery } from '@tanstack/react-query'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Today } from '../contract/views.ts'
import { ActLink } from './act-link.tsx'
import { api } from './api.ts'
import { NodeGroup } from './node-group.tsx'
import { AppealGroup } from './today-appeals.tsx'
import css from './today-page.module.css'

const words = {
  today: ['今日', 'Today'],
  rest: [
    (name: string) => `${name || '休息日'}，时限暂不计算`,
    (name: string) => `${name || 'Day off'}: clocks stand still`,
  ],
  nothing: ['今天没有要办的事', 'Nothing to do today'],
  nothingHint: ['有节点启动、到期或退回时，会出现在这里。', 'Nodes that start, fall due or come back appear here.'],
  counts: [
    (late: number, due: number, others: number) => `${late} 项已逾期，${due} 项今天要办，${others} 项等我处理`,
    (late: number, due: number, others: number) => `${late} late, ${due} due today, ${others} wait on me`,
  ],
  late: ['已逾期', 'Late'],
  due: ['今天要办', 'Due today'],
  toAccept: ['待我验收', 'For me to accept'],
  climbed: ['升级到我', 'Climbed to me'],
  waiting: ['等待他人', 'Waiting on others'],
  running: ['进行中', 'Running'],
  report: ['填报', 'Report'],
  accept: ['验收', 'Review'],
  look: ['督办', 'Look'],
  waitsOn: [(titles: string) => `等待：${titles}`, (titles: string) => `Waits on: ${titles}`],
} as const

/** 今日: what must I do, by when, what waits on whom. */
export function Page() {
  const t = useWords(words)
  const today = useQuery(api.today.queryOptions({ refetchInterval: 60_000 }))
  const heading = useHeading(today.data)
  return (
    <PageFrame narrow title={heading.title} lead={heading.lead}>
      <Answered query={today}>
        {(day) => (isEmpty(day) ? <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState> : <Groups day={day} />)}
      </Answered>
    </PageFrame>
  )
}

function Groups({ day }: { readonly day: Today }) {
  const t = useWords(words)
  return (
    <div className={css.groups}>
      <NodeGroup
        title={t.late}
        nodes={day.late}
        act={(node) => <ActLink node={node} act="report" label={t.report} />}
      />
      <NodeGroup
        title={t.due}
        nodes={day.today}
        act={(node) => <ActLink node={node} act="report" label={t.report} />}
      />
      <NodeGroup title={t.toAccept} nodes={day.toAccept} act={(node) => <ActLink node={node} label={t.accept} />} />
      <AppealGroup appeals={day.appeals} />
      <NodeGroup title={t.climbed} nodes={day.climbed} act={(node) => <ActLink node={node} label={t.look} />} />
      <NodeGroup title={t.waiting} nodes={day.waiting} note={(node) => t.waitsOn(node.waitsOn.join('、'))} />
      <NodeGroup
        title={t.running}
        nodes={day.running}
        folded
        act={(node) => <ActLink node={node} act="report" label={t.report} />}
      />
    </div>
  )
}

function useHeading(day: Today | undefined) {
  const t = useWords(words)
  const dates = useDates()
  if (!day) return { title: t.today, lead: ' ' }
  const others = day.toAccept.length + day.appeals.length + day.climbed.length
  const rest = day.workingDay ? '' : `${t.rest(day.dayName)}。`
  return {
    title: dates.date(`${day.date}T12:00:00+08:00`),
    lead: `${rest}${isEmpty(day) ? '' : t.counts(day.late.length, day.today.length, others)}`,
  }
}

function isEmpty({ late, today, running, toAccept, appeals, waiting, climbed }: Today): boolean {
  return [late, today, running, toAccept, appeals, waiting, climbed].every((group) => group.length === 0)
}

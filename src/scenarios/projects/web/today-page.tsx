import { Link } from '@tanstack/react-router'
import { useOutbox } from '#platform/web/outbox/use-outbox.ts'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeRow, Today } from '../contract/views.ts'
import { ActLink } from './act-link.tsx'
import { NodeGroup } from './node-group.tsx'
import { OldAnswer } from './old-answer.tsx'
import { AppealGroup } from './today-appeals.tsx'
import { PushNote, UpstreamNote } from './today-notes.tsx'
import css from './today-page.module.css'
import { useToday } from './use-today.ts'

const words = {
  today: ['今日', 'Today'],
  rest: [
    (name: string) => `${name || '休息日'}，时限暂不计算`,
    (name: string) => `${name || 'Day off'}: clocks stand still`,
  ],
  nothing: ['今天没有要办的事', 'Nothing to do today'],
  nothingHint: ['有节点启动、到期或退回时，会出现在这里。', 'Nodes that start, fall due or come back appear here.'],
  countLate: [(count: number) => `${count} 项滞后`, (count: number) => `${count} behind`],
  countDue: [(count: number) => `${count} 项今天要办`, (count: number) => `${count} due today`],
  countOthers: [(count: number) => `${count} 项等我处理`, (count: number) => `${count} wait on me`],
  kept: ['已存在本机，待联网发送', 'Kept on this device, to be sent'],
  stop: ['。', '. '],
  comma: ['，', ', '],
  late: ['滞后', 'Behind'],
  due: ['今天要办', 'Due today'],
  pushed: ['刚推送给您', 'Just pushed to you'],
  points: ['我的积分', 'My points'],
  toAccept: ['待我验收', 'For me to accept'],
  climbed: ['升级到我', 'Climbed to me'],
  waiting: ['等待他人', 'Waiting on others'],
  running: ['进行中', 'Running'],
  report: ['填报', 'Report'],
  accept: ['验收', 'Review'],
  look: ['查看', 'Look'],
  returned: ['已退回', 'Returned'],
  judged: ['已提交，等待验收', 'Submitted, to be accepted'],
  waitsOn: [(titles: string) => `等待：${titles}`, (titles: string) => `Waits on: ${titles}`],
} as const

/** 今日: what must I do, by when, what waits on whom. */
export function Page() {
  const t = useWords(words)
  const { query: today, since } = useToday()
  const heading = useHeading(today.data)
  return (
    <PageFrame narrow title={heading.title} lead={heading.lead} actions={<Link to="/points">{t.points}</Link>}>
      {since && <OldAnswer since={since} />}
      <Answered query={today}>
        {(day) => (isEmpty(day) ? <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState> : <Groups day={day} />)}
      </Answered>
    </PageFrame>
  )
}

function Groups({ day }: { readonly day: Today }) {
  const t = useWords(words)
  const report = (node: NodeRow) => <ActLink node={node} act="report" label={t.report} />
  const kept = new Set(useOutbox().map(({ stream }) => stream))
  const returned = (node: NodeRow) => {
    if (kept.has(node.node)) return t.kept
    return node.state === 'returned' ? dotted(t.returned, node.projectTitle) : undefined
  }
  const pushes = new Map(day.pushed.map((push) => [push.node, push]))
  const isPushed = (node: NodeRow) => pushes.has(node.node)
  const pushed = (node: NodeRow) => {
    const push = pushes.get(node.node)
    return push && <PushNote push={push} />
  }
  const news = (node: NodeRow) => pushed(node) ?? returned(node)
  const waiting = (node: Today['waiting'][number]) => {
    if (node.upstream.length > 0) return <UpstreamNote upstream={node.upstream} />
    return node.state === 'submitted' ? t.judged : t.waitsOn(node.waitsOn.join('、'))
  }
  return (
    <div className={css.groups}>
      <NodeGroup title={t.late} nodes={day.late} note={news} act={report} />
      <NodeGroup title={t.due} nodes={day.today} note={news} act={report} />
      <NodeGroup title={t.pushed} nodes={day.running.filter(isPushed)} note={pushed} act={report} />
      <NodeGroup title={t.toAccept} nodes={day.toAccept} act={(node) => <ActLink node={node} label={t.accept} />} />
      <AppealGroup appeals={day.appeals} />
      <NodeGroup title={t.climbed} nodes={day.climbed} act={(node) => <ActLink node={node} label={t.look} />} />
      <NodeGroup title={t.waiting} nodes={day.waiting} note={waiting} />
      <NodeGroup
        title={t.running}
        nodes={day.running.filter((node) => !isPushed(node))}
        note={returned}
        act={report}
        folded
      />
    </div>
  )
}

function useHeading(day: Today | undefined) {
  const t = useWords(words)
  const dates = useDates()
  if (!day) return { title: t.today, lead: ' ' }
  const counts = [
    [day.late.length, t.countLate],
    [day.today.length, t.countDue],
    [day.toAccept.length + day.appeals.length + day.climbed.length, t.countOthers],
  ] as const
  const told = counts.flatMap(([count, tell]) => (count > 0 ? tell(count) : [])).join(t.comma)
  return {
    title: dates.date(`${day.date}T12:00:00+08:00`),
    lead: [day.workingDay ? '' : t.rest(day.dayName), told].filter(Boolean).join(t.stop),
  }
}

function isEmpty({ late, today, running, toAccept, appeals, waiting, climbed }: Today): boolean {
  return [late, today, running, toAccept, appeals, waiting, climbed].every((group) => group.length === 0)
}

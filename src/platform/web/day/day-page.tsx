import { Link } from '@tanstack/react-router'
import { use } from 'react'
import { type Day, type DayPart, dayParts } from '#platform/contract/day-contract.ts'
import { useAllowed } from '../api/session.ts'
import { OldAnswer } from '../outbox/old-answer.tsx'
import { Answered, EmptyState } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { QueueGroup } from '../vocabulary/queue-group.tsx'
import { useDates } from '../words/dates.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { DayContext } from './day-lines.ts'
import css from './day-page.module.css'
import { DayRow } from './day-row.tsx'
import { useDay } from './use-day.ts'

const words = {
  today: ['今日', 'Today'],
  rest: [
    (name: string) => `${name || '休息日'}，时限暂不计算`,
    (name: string) => `${name || 'Day off'}: clocks stand still`,
  ],
  nothing: ['今天没有要办的事', 'Nothing to do today'],
  nothingHint: [
    '有事项交给您、启动、到期或退回时，会出现在这里。',
    'What is given to you, starts, falls due or comes back appears here.',
  ],
  countLate: [(count: number) => `${count} 项滞后`, (count: number) => `${count} behind`],
  countDue: [(count: number) => `${count} 项今天要办`, (count: number) => `${count} due today`],
  countJudge: [(count: number) => `${count} 项待我处理`, (count: number) => `${count} to judge`],
  countClimbed: [(count: number) => `${count} 项升级到我`, (count: number) => `${count} climbed to me`],
  unlisted: [
    (count: number) => `本单位还有 ${count} 项未指定到人的事项，请到相应栏目办理`,
    (count: number) => `${count} more that the unit owes without naming anybody are in the queues of their kinds`,
  ],
  stop: ['。', '. '],
  comma: ['，', ', '],
} as const

const titles = {
  late: ['滞后', 'Behind'],
  due: ['今天要办', 'Due today'],
  pushed: ['刚推送给您', 'Just pushed to you'],
  judge: ['待我处理', 'For me to judge'],
  climbed: ['升级到我', 'Climbed to me'],
  waiting: ['等待他人', 'Waiting on others'],
  running: ['进行中', 'Running'],
} as const satisfies Record<DayPart, readonly [string, string]>

/** 今日: what must I do, by when, what waits on whom; whatever system it comes from. */
export function Page() {
  const { query: day, since } = useDay()
  const heading = useHeading(day.data)
  return (
    <PageFrame narrow title={heading.title} lead={heading.lead} actions={<Links />}>
      {since && <OldAnswer since={since} />}
      <Answered query={day}>{(data) => <Groups day={data} />}</Answered>
    </PageFrame>
  )
}

function Groups({ day }: { readonly day: Day }) {
  const t = useWords(words)
  const title = useWords(titles)
  if (day.lines.length === 0) return <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>
  return (
    <div className={css.groups}>
      {dayParts.map((part) => (
        <QueueGroup
          key={part}
          title={title[part]}
          items={day.lines.filter((line) => line.part === part)}
          keyOf={({ thing }) => thing}
          folds={part === 'running'}
        >
          {(line) => <DayRow line={line} />}
        </QueueGroup>
      ))}
      {day.unlisted > 0 && <p className={css.note}>{t.unlisted(day.unlisted)}</p>}
    </div>
  )
}

function Links() {
  const language = useLanguage()
  return useAllowed(use(DayContext).links).map(({ to, ...name }) => (
    <Link key={to} to={to}>
      {name[language]}
    </Link>
  ))
}

function useHeading(day: Day | undefined) {
  const t = useWords(words)
  const dates = useDates()
  if (!day) return { title: t.today, lead: ' ' }
  const count = (wanted: DayPart) => day.lines.filter(({ part }) => part === wanted).length
  const counts = [
    [count('late'), t.countLate],
    [count('due'), t.countDue],
    [count('judge'), t.countJudge],
    [count('climbed'), t.countClimbed],
  ] as const
  const told = counts.flatMap(([count, tell]) => (count > 0 ? tell(count) : [])).join(t.comma)
  return {
    title: dates.date(`${day.date}T12:00:00+08:00`),
    lead: [day.workingDay ? '' : t.rest(day.dayName), told].filter(Boolean).join(t.stop),
  }
}

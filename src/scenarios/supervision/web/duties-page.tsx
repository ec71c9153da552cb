import { useQuery } from '@tanstack/react-query'
import { useMay } from '#platform/web/api/session.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Desk } from '../contract/views.ts'
import { api } from './api.ts'
import css from './desk.module.css'
import { DeskGroup } from './desk-group.tsx'

const words = {
  title: ['督办', 'Duties'],
  lead: [
    '本单位及各科室要在时限内办结的事项；轮到您本人办的，都在“今日”',
    'What my unit and its sections owe in time; what is mine to do is under Today',
  ],
  give: ['交办事项', 'Give a matter'],
  nothing: ['没有要办的督办事项', 'Nothing is owed'],
  hint: ['有事项交办给本单位时，会按紧急程度列在这里。', 'What is given to the unit is listed here by urgency.'],
  late: ['已逾期', 'Late'],
  today: ['今天到期', 'Due today'],
  later: ['办理中', 'At work'],
  waiting: ['等待他人', 'Waiting on others'],
  toAccept: ['待我单位验收', 'For my unit to accept'],
} as const

/** 督办: what my unit owes, of every kind, and what waits for its judgement. */
export function Page() {
  const t = useWords(words)
  const mayOpen = useMay('supervision.open')
  const unit = useQuery(api.myUnit.queryOptions({ refetchInterval: 60_000 }))
  return (
    <PageFrame
      narrow
      title={t.title}
      lead={t.lead}
      actions={mayOpen && <ButtonLink to="/supervision/new">{t.give}</ButtonLink>}
    >
      <Answered query={unit}>{({ owed, toAccept }) => <Groups owed={owed} toAccept={toAccept} />}</Answered>
    </PageFrame>
  )
}

function Groups({ owed, toAccept }: { readonly owed: Desk; readonly toAccept: Desk }) {
  const t = useWords(words)
  const open = owed.lines.filter((line) => line.state === 'open' && !line.paused)
  const late = open.filter((line) => line.remaining.late)
  const today = open.filter((line) => !line.remaining.late && isToday(line.remaining.dueAt))
  const later = open.filter((line) => !late.includes(line) && !today.includes(line))
  const waiting = owed.lines.filter((line) => !open.includes(line))
  return (
    <div className={css.groups}>
      {owed.total + toAccept.total === 0 && <EmptyState title={t.nothing}>{t.hint}</EmptyState>}
      <DeskGroup title={t.late} lines={late} />
      <DeskGroup title={t.today} lines={today} />
      <DeskGroup title={t.toAccept} lines={toAccept.lines} total={toAccept.total} />
      <DeskGroup title={t.later} lines={later} />
      <DeskGroup title={t.waiting} lines={waiting} />
    </div>
  )
}

const dayOf = (instant: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(instant)
const isToday = (dueAt: string) => dayOf(new Date(dueAt)) === dayOf(new Date())

import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMay } from '#platform/web/api/session.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { More } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DeskPage } from '../contract/views.ts'
import { api } from './api.ts'
import css from './desk.module.css'
import { DeskGroup } from './desk-group.tsx'
import { linesOnce } from './lines-once.ts'

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
  const owed = usePages(api.myUnit)
  const toAccept = usePages(api.toAccept)
  return (
    <PageFrame
      narrow
      title={t.title}
      lead={t.lead}
      actions={mayOpen && <ButtonLink to="/supervision/new">{t.give}</ButtonLink>}
    >
      <Answered query={owed}>
        {({ pages }) => (
          <Answered query={toAccept}>
            {(handedIn) => <Groups owed={pages} handedIn={handedIn.pages} moreToAccept={<More list={toAccept} />} />}
          </Answered>
        )}
      </Answered>
      <More list={owed} />
    </PageFrame>
  )
}

/** A list of the unit, a page at a time. */
function usePages(list: typeof api.myUnit | typeof api.toAccept) {
  return useInfiniteQuery(
    list.infiniteOptions({
      input: (after: string | undefined) => ({ ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      refetchInterval: 60_000,
    }),
  )
}

type GroupsProps = {
  readonly owed: readonly DeskPage[]
  readonly handedIn: readonly DeskPage[]
  readonly moreToAccept: ReactNode
}

function Groups({ owed, handedIn, moreToAccept }: GroupsProps) {
  const t = useWords(words)
  const lines = linesOnce(owed)
  const toAccept = { ...handedIn[0], lines: linesOnce(handedIn) }
  const open = lines.filter((line) => line.state === 'open' && !line.paused)
  const late = open.filter((line) => line.remaining.late)
  const today = open.filter((line) => !line.remaining.late && isToday(line.remaining.dueAt))
  const later = open.filter((line) => !line.remaining.late && !isToday(line.remaining.dueAt))
  const waiting = lines.filter((line) => line.state !== 'open' || line.paused)
  return (
    <div className={css.groups}>
      {lines.length + toAccept.lines.length === 0 && <EmptyState title={t.nothing}>{t.hint}</EmptyState>}
      <DeskGroup title={t.late} desk={{ lines: late }} />
      <DeskGroup title={t.today} desk={{ lines: today }} />
      <DeskGroup title={t.toAccept} desk={toAccept} />
      {moreToAccept}
      <DeskGroup title={t.later} desk={{ lines: later }} />
      <DeskGroup title={t.waiting} desk={{ lines: waiting }} />
    </div>
  )
}

const dayOf = (instant: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(instant)
const isToday = (dueAt: string) => dayOf(new Date(dueAt)) === dayOf(new Date())

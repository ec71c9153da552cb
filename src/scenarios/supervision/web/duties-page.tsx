import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { useMay } from '#platform/web/api/session.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useQueueKeys } from '#platform/web/vocabulary/queue.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Desk } from '../contract/views.ts'
import { api } from './api.ts'
import css from './desk.module.css'
import { DeskGroup } from './desk-group.tsx'

const words = {
  title: ['督办', 'Duties'],
  lead: ['我和本单位要在时限内办结的事项，项目节点也在其中', 'What I and my unit owe in time, project nodes among it'],
  whose: ['看谁的', 'Whose'],
  mine: ['我的', 'Mine'],
  unit: ['本单位', 'My unit'],
  give: ['交办事项', 'Give a matter'],
  nothing: ['没有要办的督办事项', 'Nothing is owed'],
  hint: [
    '有事项交办给您或本单位时，会按紧急程度列在这里。',
    'What is given to you or your unit is listed here by urgency.',
  ],
  late: ['已逾期', 'Late'],
  today: ['今天到期', 'Due today'],
  later: ['办理中', 'At work'],
  waiting: ['等待他人', 'Waiting on others'],
  toAccept: ['待我单位验收', 'For my unit to accept'],
} as const

/** 督办: what I and my unit owe, of every kind. */
export function Page() {
  const t = useWords(words)
  const [{ of }, change] = useAddress<{ of?: string }>()
  const mayOpen = useMay('supervision.open')
  const isUnit = of === 'unit'
  useQueueKeys()
  return (
    <PageFrame
      narrow
      title={t.title}
      lead={t.lead}
      actions={mayOpen && <ButtonLink to="/supervision/new">{t.give}</ButtonLink>}
    >
      <div className={css.filters}>
        <Choice
          label={t.whose}
          value={isUnit ? 'unit' : 'mine'}
          options={[
            { value: 'mine', label: t.mine },
            { value: 'unit', label: t.unit },
          ]}
          onChange={(value) => change({ of: value === 'unit' ? 'unit' : undefined })}
        />
      </div>
      {isUnit ? <Unit /> : <Mine />}
    </PageFrame>
  )
}

function Mine() {
  const mine = useQuery(api.mine.queryOptions({ refetchInterval: 60_000 }))
  return <Answered query={mine}>{(desk) => <Groups desk={desk} />}</Answered>
}

function Unit() {
  const t = useWords(words)
  const unit = useQuery(api.myUnit.queryOptions({ refetchInterval: 60_000 }))
  return (
    <Answered query={unit}>
      {({ owed, toAccept }) => (
        <Groups desk={owed} also={<DeskGroup title={t.toAccept} lines={toAccept.lines} total={toAccept.total} />} />
      )}
    </Answered>
  )
}

function Groups({ desk, also }: { readonly desk: Desk; readonly also?: ReactNode }) {
  const t = useWords(words)
  const { lines } = desk
  const open = lines.filter((line) => line.state === 'open' && !line.paused)
  const late = open.filter((line) => line.remaining.late)
  const today = open.filter((line) => !line.remaining.late && isToday(line.remaining.dueAt))
  const later = open.filter((line) => !late.includes(line) && !today.includes(line))
  const waiting = lines.filter((line) => !open.includes(line))
  return (
    <div className={css.groups}>
      {lines.length === 0 && <EmptyState title={t.nothing}>{t.hint}</EmptyState>}
      <DeskGroup title={t.late} lines={late} />
      <DeskGroup title={t.today} lines={today} />
      {also}
      <DeskGroup title={t.later} lines={later} />
      <DeskGroup title={t.waiting} lines={waiting} />
    </div>
  )
}

const dayOf = (instant: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(instant)
const isToday = (dueAt: string) => dayOf(new Date(dueAt)) === dayOf(new Date())

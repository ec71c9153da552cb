import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { useMay } from '#platform/web/api/session.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { More } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Queue, useQueueKeys } from '#platform/web/vocabulary/queue.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './desk.module.css'
import { DeskGroup } from './desk-group.tsx'
import { DeskLine } from './desk-line.tsx'
import { linesOnce } from './lines-once.ts'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['督办台', 'Supervision'],
  total: [
    (count: number, isMore: boolean) => `${isMore ? '超过' : '共'} ${count} 项未办结，最急的在前`,
    (count: number, isMore: boolean) => `${isMore ? 'more than ' : ''}${count} open, the most urgent first`,
  ],
  leaderLead: ['升级的、逾期的、三天内到期的', 'What has climbed, what is late, what is due in three days'],
  give: ['交办事项', 'Give a matter'],
  search: ['按事项查找', 'Find by title'],
  filters: ['筛选', 'Filters'],
  late: ['逾期', 'Late'],
  climbed: ['已升至二级以上', 'Level 2 and above'],
  submitted: ['待验收', 'To be accepted'],
  urgent: ['紧急', 'Urgent'],
  duty: ['批示和会议交办', 'Given by hand'],
  node: ['项目节点', 'Project nodes'],
  sheet: ['导出 Excel', 'Excel'],
  none: ['没有符合条件的事项', 'Nothing matches'],
  noneHint: ['换个条件，或清除筛选。', 'Try another filter, or clear it.'],
  soon: ['三个工作日内到期', 'Due in three working days'],
  calm: ['没有升级、逾期或快到期的事项', 'Nothing has climbed, is late or falls due soon'],
  calmHint: ['有事项升级时会列在这里。', 'What climbs is listed here.'],
} as const

/** 督办台: the offices' queue over everything that is owed, or a leader's list. */
export function Page() {
  return useMay('obligations.supervise') ? <OfficesDesk /> : <LeadersList />
}

type Filter = { search?: string; late?: string; level?: string; state?: string; urgency?: string; kind?: string }

const chips = [
  ['late', 'yes', 'late'],
  ['level', '2', 'climbed'],
  ['state', 'submitted', 'submitted'],
  ['urgency', 'urgent', 'urgent'],
  ['kind', 'duty', 'duty'],
  ['kind', 'plan-node', 'node'],
] as const

function OfficesDesk() {
  const t = useWords(words)
  const [filter, change] = useAddress<Filter>()
  useQueueKeys()
  const queue = useOfficesQueue(filter)
  const [first] = queue.data?.pages ?? []
  return (
    <PageFrame
      title={t.title}
      lead={first ? t.total(first.total, first.isMore) : ' '}
      actions={<ButtonLink to="/supervision/new">{t.give}</ButtonLink>}
    >
      <Tabs />
      <search className={css.filters}>
        <SearchBox value={filter.search ?? ''} onSearch={(search) => change({ search })} />
        <fieldset className={css.chips}>
          <legend className="visually-hidden">{t.filters}</legend>
          {chips.map(([name, value, word]) => (
            <button
              key={word}
              type="button"
              className={css.chip}
              aria-pressed={filter[name] === value}
              onClick={() => change({ [name]: filter[name] === value ? undefined : value })}
            >
              {t[word]}
            </button>
          ))}
        </fieldset>
        <a className={css.sheet} href={`/api/desk/queue.xlsx?${new URLSearchParams(filter)}`} download>
          <Icon name="download" size={18} /> {t.sheet}
        </a>
      </search>
      <Answered query={queue}>
        {({ pages }) =>
          pages[0]?.lines.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <Queue label={t.title} items={linesOnce(pages)} keyOf={({ obligation }) => obligation}>
              {(line) => <DeskLine line={line} />}
            </Queue>
          )
        }
      </Answered>
      <More list={queue} />
    </PageFrame>
  )
}

function useOfficesQueue(filter: Filter) {
  return useInfiniteQuery(
    api.queue.infiniteOptions({
      input: (after: string | undefined) => ({ ...(filter as object), ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      refetchInterval: 60_000,
      placeholderData: (before) => before,
    }),
  )
}

function LeadersList() {
  const t = useWords(words)
  useQueueKeys()
  const list = useQuery(api.leader.queryOptions({ refetchInterval: 60_000 }))
  return (
    <PageFrame title={t.title} lead={t.leaderLead} actions={<ButtonLink to="/supervision/new">{t.give}</ButtonLink>}>
      <Tabs />
      <Answered query={list}>
        {({ climbed, late, soon }) => (
          <div className={css.groups}>
            {climbed.total + late.total + soon.total === 0 && <EmptyState title={t.calm}>{t.calmHint}</EmptyState>}
            <DeskGroup title={t.climbed} desk={climbed} />
            <DeskGroup title={t.late} desk={late} />
            <DeskGroup title={t.soon} desk={soon} />
          </div>
        )}
      </Answered>
    </PageFrame>
  )
}

const typingPauseMs = 250

function SearchBox({ value, onSearch }: { readonly value: string; readonly onSearch: (text?: string) => void }) {
  const t = useWords(words)
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim() || undefined), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <label className={css.search}>
      <span className="visually-hidden">{t.search}</span>
      <Icon name="search" size={18} />
      <input
        type="search"
        placeholder={t.search}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  )
}

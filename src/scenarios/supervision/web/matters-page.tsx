import { useInfiniteQuery } from '@tanstack/react-query'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { More } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { Queue, useQueueKeys } from '#platform/web/vocabulary/queue.tsx'
import { Rung } from '#platform/web/vocabulary/rung.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '../contract/views.ts'
import { api } from './api.ts'
import { sourceWords, stateWords } from './names.ts'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['交办', 'Given by hand'],
  lead: [
    '由会议或批示交办的事项，新的在前；撤回的也留在这里',
    'Matters from meetings and instructions, newest first; withdrawn ones stay',
  ],
  give: ['交办事项', 'Give a matter'],
  none: ['还没有交办过事项', 'Nothing was given yet'],
  noneHint: [
    '把会议议定的、领导批示的事项交给单位，各单位同时开始计时。',
    'Give a matter to units: each one’s clock begins at once.',
  ],
  units: [
    (done: number, all: number) => `${done}/${all} 个单位办结`,
    (done: number, all: number) => `${done} of ${all} units done`,
  ],
  due: [(day: string) => `${day} 前`, (day: string) => `by ${day}`],
} as const

/** 交办: matters that my unit opened. */
export function Page() {
  const t = useWords(words)
  useQueueKeys()
  const query = useInfiniteQuery(
    api.matters.infiniteOptions({
      input: (after: string | undefined) => ({ ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      refetchInterval: 60_000,
    }),
  )
  const matters = query.data?.pages.flatMap((page) => page.matters) ?? []
  return (
    <PageFrame title={t.title} lead={t.lead} actions={<ButtonLink to="/supervision/new">{t.give}</ButtonLink>}>
      <Tabs />
      <Answered query={query}>
        {() =>
          matters.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <Queue label={t.title} items={matters} keyOf={({ matter }) => matter}>
              {(matter) => <MatterLine matter={matter} />}
            </Queue>
          )
        }
      </Answered>
      <More list={query} />
    </PageFrame>
  )
}

function MatterLine({ matter }: { readonly matter: MatterView }) {
  const t = useWords(words)
  const dates = useDates()
  const state = useWords(stateWords)
  const source = useWords(sourceWords)[matter.source]
  const [lead] = matter.duties
  const done = matter.duties.filter((duty) => duty.state === 'answered').length
  const level = Math.max(0, ...matter.duties.filter((duty) => duty.state === 'open').map((duty) => duty.level))
  const isDone = done > 0 && done === matter.duties.length
  const ended = matter.withdrawn ? state.withdrawn : isDone ? state.answered : undefined
  return (
    <Line
      mark={<Rung level={level} ended={ended} />}
      to={`/duties/${lead?.duty ?? ''}`}
      title={matter.title}
      note={dotted(source, matter.sourceTitle, matter.duties.map((duty) => duty.debtor.organisationName).join('、'))}
      aside={dotted(t.units(done, matter.duties.length), t.due(dates.day(matter.dueAt)))}
    />
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { More } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { Queue, useQueueKeys } from '#platform/web/vocabulary/queue.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'

const words = {
  title: ['纪检收件', 'Escalated'],
  lead: [
    '两级督办均未办结的事实。是否处理由贵单位决定，平台不设任务和时限。',
    'Facts that both levels failed to end. What you do is yours to judge: no task, no deadline.',
  ],
  none: ['没有送达的事实', 'Nothing has been sent here'],
  noneHint: ['两级督办均未办结时，事实会自动送到这里。', 'What both levels fail to bring to an end arrives by itself.'],
  reached: [(moment: string) => `${moment} 送达`, (moment: string) => `arrived ${moment}`],
  lead2: [(unit: string) => `${unit}牵头`, (unit: string) => `led by ${unit}`],
} as const

/** 纪检收件: facts, without a task or deadline. */
export function Page() {
  const t = useWords(words)
  const dates = useDates()
  useQueueKeys()
  const query = useInfiniteQuery(
    api.escalated.infiniteOptions({
      input: (after: string | undefined) => ({ ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      refetchInterval: 60_000,
    }),
  )
  const facts = query.data?.pages.flatMap((page) => page.facts) ?? []
  return (
    <PageFrame narrow title={t.title} lead={t.lead}>
      <Answered query={query}>
        {() =>
          facts.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <Queue label={t.title} items={facts} keyOf={({ obligation }) => obligation}>
              {(fact) => (
                <Line
                  to={`/escalated/${fact.obligation}`}
                  title={fact.title}
                  note={dotted(fact.debtorName, t.lead2(fact.leadName), t.reached(dates.moment(fact.reachedAt)))}
                />
              )}
            </Queue>
          )
        }
      </Answered>
      <More list={query} />
    </PageFrame>
  )
}

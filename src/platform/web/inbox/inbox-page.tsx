import { useInfiniteQuery } from '@tanstack/react-query'
import type { InboxNotice } from '#platform/contract/notices-contract.ts'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Answered, EmptyState, Skeleton } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import { inboxApi } from './inbox-api.ts'
import { InboxList } from './inbox-list.tsx'

const words = {
  notices: ['通知', 'Notices'],
  unread: [(count: number) => `${count} 条未读`, (count: number) => `${count} unread`],
  allRead: ['全部已读', 'All read'],
  markAll: ['全部标为已读', 'Mark all as read'],
  more: ['更早的通知', 'Older notices'],
  none: ['还没有通知', 'No notices yet'],
  noneHint: [
    '有新任务、被退回、已验收或逾期督办时，会在这里告诉您。',
    'You are told here of new work, returns, acceptances and what climbs the ladder.',
  ],
} as const

/** 通知: what one was told, newest first. */
export function Page() {
  const t = useWords(words)
  const query = useInfiniteQuery(
    inboxApi.inbox.infiniteOptions({
      input: (before: string | undefined) => ({ limit: 30, ...(before && { before }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ notices }) => (notices.length === 30 ? notices.at(-1)?.position : undefined),
      refetchInterval: 60_000,
    }),
  )
  const notices = query.data?.pages.flatMap((page) => page.notices) ?? []
  const unread = query.data?.pages[0]?.unread ?? 0
  return (
    <PageFrame
      narrow
      title={t.notices}
      lead={query.data ? (unread > 0 ? t.unread(unread) : t.allRead) : ' '}
      actions={unread > 0 && <MarkAllRead newest={notices[0]} />}
    >
      <Answered query={query} skeleton={<Skeleton rows={6} />}>
        {() =>
          notices.length === 0 ? (
            <EmptyState icon="bell" title={t.none}>
              {t.noneHint}
            </EmptyState>
          ) : (
            <InboxList notices={notices} />
          )
        }
      </Answered>
      {query.hasNextPage && (
        <Button onClick={() => query.fetchNextPage()} busy={query.isFetchingNextPage}>
          {t.more}
        </Button>
      )}
    </PageFrame>
  )
}

function MarkAllRead({ newest }: { readonly newest: InboxNotice | undefined }) {
  const t = useWords(words)
  const read = useCommand(inboxApi.read.call, { touches: [inboxApi.key()] })
  return (
    <Button onClick={() => newest && read.mutate({ upTo: newest.position })} busy={read.isPending}>
      {t.markAll}
    </Button>
  )
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type InboxNotice, noticesContract } from '#platform/contract/notices-contract.ts'
import { clientOf } from '#platform/web/api/client.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Older } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { enterprisesQuery } from '#platform/web/residents/enterprise-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import css from './portal.module.css'

const noticesApi = clientOf('notices', noticesContract)

const pageSize = 30

const words = {
  title: ['消息', 'News'],
  lead: ['您的办件有了进展，都会告诉您。', 'You hear of whatever happens to your cases.'],
  none: ['还没有消息。', 'Nothing yet.'],
  unread: ['未读', 'New'],
  allRead: ['全部标为已读', 'Mark all as read'],
} as const

/** What a resident was told of their cases, newest first. */
export function Page() {
  const t = useWords(words)
  const enterprises = useQuery(enterprisesQuery)
  const query = useInfiniteQuery({
    ...noticesApi.mine.infiniteOptions({
      input: (before: string | undefined) => ({ limit: pageSize, ...(before && { before }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => (page.notices.length === pageSize ? page.notices.at(-1)?.position : undefined),
    }),
    // What the register says comes first: what it confirms is what one hears of.
    enabled: !enterprises.isPending,
  })
  const read = useCommand(noticesApi.readMine.call, { touches: [noticesApi.key()] })
  const [newest, ...older] = query.data?.pages.flatMap(({ notices }) => notices) ?? []
  return (
    <PortalPage title={t.title} lead={t.lead}>
      <Answered query={query}>
        {({ pages: [first] }) =>
          newest === undefined ? (
            <EmptyState icon="bell" title={t.none} />
          ) : (
            <>
              {(first?.unread ?? 0) > 0 && (
                <Button busy={read.isPending} onClick={() => read.mutate({ upTo: newest.position })}>
                  {t.allRead}
                </Button>
              )}
              <ul className={css.rows}>
                {[newest, ...older].map((one) => (
                  <li key={one.position}>
                    <Row notice={one} onOpen={() => one.read || read.mutate({ positions: [one.position] })} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
      <Older list={query} />
    </PortalPage>
  )
}

function Row({ notice, onOpen }: { readonly notice: InboxNotice; readonly onOpen: () => void }) {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  return (
    <Link to={notice.link} className={css.row} onClick={onOpen}>
      <span>
        {isChinese ? notice.zh : notice.en}
        <span className={css.note}>
          {dates.moment(notice.at)} {!notice.read && <strong>{t.unread}</strong>}
        </span>
      </span>
    </Link>
  )
}

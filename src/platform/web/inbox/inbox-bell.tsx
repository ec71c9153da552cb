import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { mostUnread } from '#platform/contract/notices-contract.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import { inboxApi } from './inbox-api.ts'
import css from './inbox-bell.module.css'

const words = {
  notices: ['通知', 'Notices'],
  unread: [(count: string) => `通知，${count} 条未读`, (count: string) => `Notices, ${count} unread`],
} as const

/** The way to the inbox, with how many notices are unread. */
export function InboxBell() {
  const t = useWords(words)
  const { data } = useQuery(inboxApi.unread.queryOptions({ refetchInterval: 60_000 }))
  const unread = data?.unread ?? 0
  const count = unread >= mostUnread ? `${mostUnread - 1}+` : String(unread)
  return (
    <Link to="/notices" className={css.bell} aria-label={unread > 0 ? t.unread(count) : t.notices}>
      <Icon name="bell" />
      {unread > 0 && <span className={css.count}>{count}</span>}
    </Link>
  )
}

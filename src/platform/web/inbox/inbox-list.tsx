import { Link } from '@tanstack/react-router'
import type { InboxNotice } from '#platform/contract/notices-contract.ts'
import { useCommand } from '../api/command.ts'
import { useDates } from '../words/dates.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { inboxApi } from './inbox-api.ts'
import css from './inbox-list.module.css'

const words = { unread: ['未读', 'Unread'] } as const

/** Notices one under the other; opening one is reading it. */
export function InboxList({ notices }: { readonly notices: readonly InboxNotice[] }) {
  return (
    <ol className={css.list}>
      {notices.map((notice) => (
        <li key={notice.position}>
          <InboxLine notice={notice} />
        </li>
      ))}
    </ol>
  )
}

function InboxLine({ notice }: { readonly notice: InboxNotice }) {
  const t = useWords(words)
  const dates = useDates()
  const language = useLanguage()
  const read = useCommand(inboxApi.read.call, { touches: [inboxApi.key()] })
  const markRead = () => notice.read || read.mutate({ positions: [notice.position] })
  return (
    <Link to={notice.link} className={css.line} data-read={notice.read} onClick={markRead}>
      <span className={css.words}>{language === 'zh' ? notice.zh : notice.en}</span>
      <span className={css.about}>
        {dates.moment(notice.at)}
        {!notice.read && <span className={css.unread}>{t.unread}</span>}
      </span>
    </Link>
  )
}

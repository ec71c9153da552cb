import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { InboxBell } from '../inbox/inbox-bell.tsx'
import { useWords } from '../words/words.ts'
import { AccountMenu } from './account-menu.tsx'
import css from './header.module.css'

const words = {
  demo: ['演示', 'Demo'],
  demoHint: ['演示县的人员和数字都是虚构的。', 'People and figures of the demo county are made up.'],
} as const

/** Whose platform it is, and in which post one works. */
export function Header() {
  const t = useWords(words)
  const session = useSession()
  return (
    <header className={css.header}>
      <Link to="/" className={css.name} title={`${session.jurisdictionName} ${session.hubName}`}>
        <span className={css.county}>{session.jurisdictionName}</span>
        <span className={css.hub}>{session.hubName}</span>
      </Link>
      {session.demo && (
        <span className={css.demo} title={t.demoHint}>
          {t.demo}
        </span>
      )}
      <InboxBell />
      <AccountMenu />
    </header>
  )
}

import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import type { NavEntry } from '../manifest.ts'
import { Icon } from '../parts/icon.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import css from './navigation.module.css'

const words = { main: ['主导航', 'Main'] } as const

/** The main navigation: at the side of a desk's screen, at the foot of a phone's. */
export function Navigation({ entries }: { readonly entries: readonly NavEntry[] }) {
  const t = useWords(words)
  const language = useLanguage()
  return (
    <nav className={css.nav} aria-label={t.main}>
      <ul className={css.list}>
        {entries.map((entry) => (
          <li key={entry.to} className={css.item}>
            <Link to={entry.to} className={css.link} activeOptions={{ exact: false, includeSearch: false }}>
              <Icon name={entry.icon} size={22} />
              <span>{entry[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The entries that the present post may open, in their order. */
export function useOwnEntries(entries: readonly NavEntry[]): readonly NavEntry[] {
  const { permissions } = useSession()
  return entries
    .filter(({ permission }) => permission === undefined || permission in permissions)
    .slice()
    .sort((a, b) => a.order - b.order)
}

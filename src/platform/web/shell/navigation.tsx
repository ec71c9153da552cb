import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useAllowed } from '../api/session.ts'
import type { NavEntry } from '../manifest.ts'
import { Icon } from '../parts/icon.tsx'
import { Panel } from '../parts/panel.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import css from './navigation.module.css'

const words = { main: ['主导航', 'Main'], more: ['更多', 'More'], all: ['全部栏目', 'All pages'] } as const

/** The most places at the foot of a phone's screen. */
const mostAtFoot = 5

type Entries = { readonly entries: readonly NavEntry[] }

/**
 * The main navigation: at the side of a desk's screen, at the foot of a phone's. Where there are more entries than places at the foot,
 * the first ones stand there and the last place opens all of them.
 */
export function Navigation({ entries }: Entries) {
  const t = useWords(words)
  const isMany = entries.length > mostAtFoot
  const atFoot = isMany ? entries.slice(0, mostAtFoot - 1) : entries
  return (
    <nav className={css.nav} aria-label={t.main}>
      <ul className={css.list}>
        {entries.map((entry) => (
          <li key={entry.to} className={css.item} data-foot={atFoot.includes(entry)}>
            <EntryLink entry={entry} />
          </li>
        ))}
        {isMany && <More entries={entries} hidden={entries.slice(mostAtFoot - 1)} />}
      </ul>
    </nav>
  )
}

function EntryLink({ entry, onClick }: { readonly entry: NavEntry; readonly onClick?: () => void }) {
  const language = useLanguage()
  return (
    <Link
      to={entry.to}
      className={css.link}
      activeOptions={{ exact: false, includeSearch: false }}
      {...(onClick && { onClick })}
    >
      <Icon name={entry.icon} size={22} />
      <span>{entry[language]}</span>
    </Link>
  )
}

/** The last place at the foot: it opens all entries, and shows where the present page is one of those that do not stand there. */
function More({ entries, hidden }: Entries & { readonly hidden: readonly NavEntry[] }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isWithin = hidden.some(({ to }) => path === to || path.startsWith(`${to}/`))
  const close = () => setOpen(false)
  return (
    <li className={css.more}>
      <button
        type="button"
        className={css.link}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-current={isWithin ? 'page' : undefined}
        onClick={() => setOpen(true)}
      >
        <Icon name="more" size={22} />
        <span>{t.more}</span>
      </button>
      {isOpen && (
        <Panel title={t.all} onClose={close}>
          <ul className={css.all}>
            {entries.map((entry) => (
              <li key={entry.to}>
                <EntryLink entry={entry} onClick={close} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </li>
  )
}

/** The entries that the present post may open, in their order. */
export function useOwnEntries(entries: readonly NavEntry[]): readonly NavEntry[] {
  return useAllowed(entries)
    .slice()
    .sort((a, b) => a.order - b.order)
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LanguageButton } from '../account/language-button.tsx'
import { sessionApi } from '../api/session.ts'
import type { PortalEntry } from '../manifest.ts'
import { Icon } from '../parts/icon.tsx'
import { PagePlace } from '../shell/page-place.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import { setLarge, useLarge } from './large.ts'
import css from './resident-shell.module.css'

const words = {
  skip: ['跳到正文', 'Skip to the page'],
  service: [(county: string) => `${county} 我要办事`, (county: string) => `${county} services`],
  large: ['大字版', 'Large type'],
  normal: ['标准版', 'Normal type'],
  nav: ['办事导航', 'Services'],
  staff: ['工作人员入口', 'For staff'],
} as const

/** The frame around the residents' pages: where one is, large type, language; what one needs most at the thumb, on a desk above the page. */
export function ResidentShell({ entries }: { readonly entries: readonly PortalEntry[] }) {
  const t = useWords(words)
  const isLarge = useLarge()
  useEffect(() => {
    document.documentElement.dataset.large = isLarge ? 'on' : 'off'
  }, [isLarge])
  return (
    <div className={css.shell} data-surface="residents" data-large={isLarge ? 'on' : 'off'}>
      <a href="#page" className={css.skip}>
        {t.skip}
      </a>
      <Heading />
      <Navigation entries={entries} />
      <PagePlace className={css.main} />
    </div>
  )
}

function Heading() {
  const t = useWords(words)
  const isLarge = useLarge()
  const { data } = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  return (
    <header className={css.header}>
      <Link to={'/portal' as string} className={css.name}>
        {t.service(data?.jurisdictionName ?? '')}
      </Link>
      <div className={css.tools}>
        <button type="button" className={css.tool} aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
          {isLarge ? t.normal : t.large}
        </button>
        <LanguageButton className={css.tool} />
      </div>
    </header>
  )
}

function Navigation({ entries }: { readonly entries: readonly PortalEntry[] }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const shown = [...entries].sort((a, b) => a.order - b.order)
  return (
    <nav className={css.navigation} aria-label={t.nav}>
      {shown.map(({ to, zh, en, icon }) => (
        <Link
          key={to}
          to={to as string}
          className={css.entry}
          activeOptions={{ exact: to === '/portal', includeSearch: false }}
        >
          <Icon name={icon} size={24} />
          <span>{isChinese ? zh : en}</span>
        </Link>
      ))}
    </nav>
  )
}

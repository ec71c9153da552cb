import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Icon } from '../parts/icon.tsx'
import css from './portal-page.module.css'

type PortalPageProps = {
  readonly title: string
  /** What to do, or what happens next, in one sentence. */
  readonly lead?: ReactNode
  readonly back?: { readonly to: string; readonly label: string }
  readonly children: ReactNode
}

/** A page for residents: where one is, what happens next, one thing to do. */
export function PortalPage({ title, lead, back, children }: PortalPageProps) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className={css.page}>
      {back && (
        <Link to={back.to} className={css.back}>
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      <header>
        <h1 className={css.title}>{title}</h1>
        {lead && <div className={css.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  )
}

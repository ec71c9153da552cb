import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Icon } from '../parts/icon.tsx'
import css from './page.module.css'

type PageFrameProps = {
  readonly title: string
  /** The answer to “what must I do?”, in one sentence. */
  readonly lead?: ReactNode
  /** Where the page belongs. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly actions?: ReactNode
  /** For reading, not for tables. */
  readonly narrow?: boolean
  /** For what needs all the width there is. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page: where one is, what it is, what to do. */
export function PageFrame({ title, lead, back, actions, narrow = false, wide = false, children }: PageFrameProps) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className={[css.page, narrow && css.narrow, wide && css.wide].filter(Boolean).join(' ')}>
      {back && (
        <Link to={back.to} className={css.back}>
          <Icon name="back" size={16} />
          <span>{back.label}</span>
        </Link>
      )}
      <header className={css.header}>
        <div className={css.heading}>
          <h1 className={css.title} title={title}>
            {title}
          </h1>
          {lead && <div className={css.lead}>{lead}</div>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

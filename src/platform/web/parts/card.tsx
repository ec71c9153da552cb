import type { ReactNode } from 'react'
import css from './card.module.css'

type CardProps = { readonly title?: string; readonly aside?: ReactNode; readonly children: ReactNode }

/** A titled part of a page on its own ground. */
export function Card({ title, aside, children }: CardProps) {
  return (
    <section className={css.card}>
      {title && (
        <header className={css.header}>
          <h2 className={css.title}>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}

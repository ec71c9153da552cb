import type { ReactNode } from 'react'
import css from './me-page.module.css'

type PartProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode }

/** A titled part of the account. */
export function Part({ title, hint, children }: PartProps) {
  return (
    <section className={css.part}>
      <h2 className={css.title}>{title}</h2>
      {hint && <p className={css.hint}>{hint}</p>}
      {children}
    </section>
  )
}

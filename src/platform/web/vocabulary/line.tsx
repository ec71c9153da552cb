import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import css from './line.module.css'

type LineTitleProps = {
  /** Address of the page where it is dealt with: the whole row leads there. */
  readonly to: string
  readonly title: ReactNode
  /** What is said of it below its title, on as many lines as it takes. */
  readonly note?: ReactNode
}

type LineProps = LineTitleProps & {
  /** How it stands, before everything: a lamp, a rung, a state. */
  readonly mark?: ReactNode
  /** Its clock, or what else stands at the right end. */
  readonly aside?: ReactNode
  /** The one act. */
  readonly action?: ReactNode
}

/** A thing as one row of a list: mark, what it is, clock, one act. */
export function Line({ mark, aside, action, ...what }: LineProps) {
  return (
    <div className={mark === undefined ? `${css.line} ${css.unmarked}` : css.line}>
      {mark !== undefined && <span className={css.mark}>{mark}</span>}
      <LineTitle {...what} />
      {aside && <span className={css.aside}>{aside}</span>}
      {action && <span className={css.action}>{action}</span>}
    </div>
  )
}

/** What a row is about: a title that opens it wherever the row is clicked, and a note. */
export function LineTitle({ to, title, note }: LineTitleProps) {
  return (
    <span className={css.what}>
      <Link to={to} className={css.title}>
        {title}
      </Link>
      {note !== undefined && <span className={css.note}>{note}</span>}
    </span>
  )
}

import { Link } from '@tanstack/react-router'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import css from './button.module.css'

/** `main` at most once on a screen; `danger` where something is refused or ended. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: ButtonLook
  /** True while the act runs: it can be seen, and cannot be started again. */
  readonly busy?: boolean
  readonly wide?: boolean
}

/** A button. */
export function Button({ look = 'plain', busy = false, wide = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, wide)}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy && <span className={css.spinner} />}
      {children}
    </button>
  )
}

type ButtonLinkProps = {
  readonly to: string
  readonly search?: Record<string, unknown>
  readonly look?: ButtonLook
  readonly wide?: boolean
  readonly label?: string
  readonly children: ReactNode
}

/** A link that looks like a button, for what leads to another page. */
export function ButtonLink({ to, search, look = 'plain', wide = false, label, children }: ButtonLinkProps) {
  return (
    <Link to={to} search={search ?? {}} className={buttonClass(look, wide)} aria-label={label}>
      {children}
    </Link>
  )
}

function buttonClass(look: ButtonLook, wide: boolean): string {
  return [css.button, css[look], wide && css.wide].filter(Boolean).join(' ')
}

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Problem } from '#platform/contract/problem.ts'
import { isProblem } from '../api/failure.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { FailureMessage } from './failure-message.tsx'
import { Icon, type IconName } from './icon.tsx'
import css from './states.module.css'

const words = {
  loading: ['正在载入', 'Loading'],
  retry: ['重试', 'Try again'],
} as const

type AnsweredProps<T> = {
  readonly query: Pick<UseQueryResult<T, unknown>, 'data' | 'error' | 'isFetching'> & { refetch(): unknown }
  /** The shape of what will come. */
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** A query in each of its states: loading, failed with retry, forbidden, unknown, there. */
export function Answered<T>({ query, skeleton = <Skeleton />, children }: AnsweredProps<T>) {
  const t = useWords(words)
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return skeleton
  if (isProblem(query.error, 403) || isProblem(query.error, 404)) return <ClosedState problem={query.error.problem} />
  return (
    <div className={css.failed}>
      <FailureMessage error={query.error} />
      <Button onClick={() => query.refetch()} busy={query.isFetching}>
        {t.retry}
      </Button>
    </div>
  )
}

/** What this post may not see, and who can grant it; or what is not there. */
function ClosedState({ problem }: { readonly problem: Problem }) {
  const isChinese = useLanguage() === 'zh'
  return (
    <EmptyState icon="lock" title={isChinese ? problem.title : problem.detail}>
      <code>{problem.code}</code>
    </EmptyState>
  )
}

type EmptyStateProps = { readonly icon?: IconName; readonly title: string; readonly children?: ReactNode }

/** What would be here, and how to begin. */
export function EmptyState({ icon = 'check', title, children }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <Icon name={icon} size={28} />
      <p className={css.title}>{title}</p>
      {children && <div className={css.text}>{children}</div>}
    </div>
  )
}

/** Grey rows in the shape of a list. */
export function Skeleton({ rows = 4 }: { readonly rows?: number }) {
  const t = useWords(words)
  return (
    <div role="status" aria-label={t.loading} className={css.skeleton}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
        <div key={row} className={css.row} />
      ))}
    </div>
  )
}

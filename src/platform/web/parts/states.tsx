import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isProblem } from '../api/failure.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { FailureMessage } from './failure-message.tsx'
import { Icon, type IconName } from './icon.tsx'
import css from './states.module.css'

const words = {
  loading: ['正在载入', 'Loading'],
  retry: ['重试', 'Try again'],
  forbidden: ['当前岗位看不到这一页', 'This post may not see this page'],
  unknown: ['没有这条记录', 'There is no such record'],
} as const

type AnsweredProps<T> = {
  readonly query: UseQueryResult<T>
  /** The shape of what will come. */
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** A query in each of its states: loading, failed with retry, forbidden, unknown, there. */
export function Answered<T>({ query, skeleton = <Skeleton />, children }: AnsweredProps<T>) {
  const t = useWords(words)
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return skeleton
  const isClosed = isProblem(query.error, 403) || isProblem(query.error, 404)
  return (
    <div className={css.failed}>
      {isClosed && (
        <EmptyState icon="lock" title={isProblem(query.error, 403) ? t.forbidden : t.unknown}>
          {null}
        </EmptyState>
      )}
      <FailureMessage error={query.error} />
      {!isClosed && (
        <Button onClick={() => query.refetch()} busy={query.isFetching}>
          {t.retry}
        </Button>
      )}
    </div>
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

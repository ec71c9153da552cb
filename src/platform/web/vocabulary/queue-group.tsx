import type { ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'
import { Queue } from './queue.tsx'
import css from './queue-group.module.css'

type QueueGroupProps<T> = {
  readonly title: string
  /** In order of urgency. */
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** How many there are, where not all are given; `5000+` where they are not all counted. */
  readonly total?: number | string
  /** Closed until it is opened where it is long, for what is not urgent. */
  readonly folds?: boolean
  readonly children: (item: T) => ReactNode
}

/** So many rows of what is not urgent are shown unasked. */
const few = 5

/** A queue under a title, with its count; nothing where it is empty. */
export function QueueGroup<T>({ title, total, folds = false, ...queue }: QueueGroupProps<T>) {
  if (queue.items.length === 0) return null
  const rows = <Queue label={title} {...queue} />
  const count = <span className={css.count}>{total ?? queue.items.length}</span>
  if (folds)
    return (
      <details className={css.folded} open={queue.items.length <= few}>
        <summary>
          <Icon name="next" size={18} />
          {title}
          {count}
        </summary>
        {rows}
      </details>
    )
  return (
    <section className={css.group}>
      <h2 className={css.heading}>
        {title}
        {count}
      </h2>
      {rows}
    </section>
  )
}

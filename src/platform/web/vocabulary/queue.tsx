import { type ReactNode, useEffect } from 'react'
import { useGrowing } from '../parts/growing.ts'
import css from './queue.module.css'

type QueueProps<T> = {
  /** What it is a list of. */
  readonly label: string
  /** In order of urgency. */
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** One row; its first link or button takes the focus. */
  readonly children: (item: T) => ReactNode
}

/** 队列: a list in order of urgency. `useQueueKeys` moves through all queues of a page by j and k; Enter opens. */
export function Queue<T>({ label, items, keyOf, children }: QueueProps<T>) {
  const { shown, more, count } = useGrowing(items)
  return (
    <ul data-queue="" className={css.queue} aria-label={label}>
      {shown.map((item) => (
        <li key={keyOf(item)} className={css.row}>
          {children(item)}
        </li>
      ))}
      {more && <li key={count} ref={more} />}
    </ul>
  )
}

/** Lets j and k move through the rows of the page, unless somebody is writing. */
export function useQueueKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', moveThroughQueues)
    return () => document.removeEventListener('keydown', moveThroughQueues)
  }, [])
}

function moveThroughQueues(event: KeyboardEvent): void {
  const step = { j: 1, k: -1 }[event.key]
  if (step === undefined || event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return
  const rows = Array.from(document.querySelectorAll('[data-queue] > li'))
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at === -1 && step === -1 ? rows.length - 1 : at + step]
  next?.querySelector<HTMLElement>('a, button')?.focus()
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null
}

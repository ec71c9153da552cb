import type { ReactNode } from 'react'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import type { NodeRow } from '../contract/views.ts'
import css from './node-group.module.css'
import { NodeLine } from './node-line.tsx'

type NodeGroupProps<Row extends NodeRow> = {
  readonly title: string
  readonly nodes: readonly Row[]
  readonly act?: (node: Row) => ReactNode
  readonly note?: (node: Row) => ReactNode
  /** Closed until it is opened, for what is not urgent. */
  readonly folded?: boolean
}

/** A titled group of nodes; nothing where it is empty. */
export function NodeGroup<Row extends NodeRow>({ title, nodes, act, note, folded = false }: NodeGroupProps<Row>) {
  if (nodes.length === 0) return null
  const queue = (
    <Queue label={title} items={nodes} keyOf={({ node }) => node}>
      {(node) => <NodeLine node={node} note={note?.(node)} action={act?.(node)} />}
    </Queue>
  )
  if (!folded)
    return (
      <Group title={title} count={nodes.length}>
        {queue}
      </Group>
    )
  return (
    <details className={css.folded}>
      <summary>
        <Icon name="next" size={18} />
        {title}
        <span className={css.count}>{nodes.length}</span>
      </summary>
      {queue}
    </details>
  )
}

type GroupProps = { readonly title: string; readonly count: number; readonly children: ReactNode }

/** A titled group with its count. */
export function Group({ title, count, children }: GroupProps) {
  return (
    <section className={css.group}>
      <h2 className={css.heading}>
        {title}
        <span className={css.count}>{count}</span>
      </h2>
      {children}
    </section>
  )
}

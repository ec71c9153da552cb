import type { ReactNode } from 'react'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import type { NodeRow } from '../contract/views.ts'
import type { Act } from './act-address.ts'
import { NodeLine } from './node-line.tsx'
import css from './today-page.module.css'

type TodayGroupProps = {
  readonly title: string
  readonly nodes: readonly NodeRow[]
  readonly act?: (node: NodeRow) => ReactNode
  readonly note?: (node: NodeRow) => ReactNode
  /** Closed until it is opened, for what is not urgent. */
  readonly folded?: boolean
}

/** One group of the day; nothing where it is empty. */
export function TodayGroup({ title, nodes, act, note, folded = false }: TodayGroupProps) {
  if (nodes.length === 0) return null
  const count = <span className={css.count}>{nodes.length}</span>
  const queue = (
    <Queue label={title} items={nodes} keyOf={({ node }) => node}>
      {(node) => <NodeLine node={node} note={note?.(node)} action={act?.(node)} />}
    </Queue>
  )
  if (folded)
    return (
      <details className={css.folded}>
        <summary>
          {title}
          {count}
        </summary>
        {queue}
      </details>
    )
  return (
    <section className={css.group}>
      <h2 className={css.heading}>
        {title}
        {count}
      </h2>
      {queue}
    </section>
  )
}

type ActLinkProps = { readonly node: { node: string; title: string }; readonly act?: Act; readonly label: string }

/** Leads to the node, with the form of the act open where one is named. */
export function ActLink({ node, act, label }: ActLinkProps) {
  return (
    <ButtonLink
      to={`/nodes/${node.node}`}
      search={act ? { do: act, from: 'today' } : {}}
      label={`${label}：${node.title}`}
    >
      {label}
    </ButtonLink>
  )
}

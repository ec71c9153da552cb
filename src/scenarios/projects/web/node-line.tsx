import type { ReactNode } from 'react'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeRow } from '../contract/views.ts'
import { stateWords } from './names.ts'
import css from './node-line.module.css'

type NodeLineProps = {
  readonly node: NodeRow
  /** What is said of it below its title; the project's name where left out. */
  readonly note?: ReactNode
  /** The one act. */
  readonly action?: ReactNode
}

/** A node as one line of a list: lamp, what, clock, one act. */
export function NodeLine({ node, note, action }: NodeLineProps) {
  const project = (
    <span className={css.project} title={node.projectTitle}>
      {node.projectTitle}
    </span>
  )
  return (
    <Line
      mark={<Lamp colour={node.lamp} />}
      to={`/nodes/${node.node}`}
      title={node.title}
      note={note ?? project}
      aside={<NodeClock node={node} />}
      action={action}
    />
  )
}

function NodeClock({ node }: { readonly node: NodeRow }) {
  const state = useWords(stateWords)[node.state]
  return node.remaining ? <Clock left={node.remaining} /> : state
}

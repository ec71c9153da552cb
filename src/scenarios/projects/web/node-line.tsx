import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
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
  return (
    <div className={css.line}>
      <span className={css.lamp}>
        <Lamp colour={node.lamp} />
      </span>
      <span className={css.what}>
        <Link to="/nodes/$node" params={{ node: node.node }} className={css.title}>
          {node.title}
        </Link>
        {note === undefined ? (
          <span className={`${css.note} ${css.project}`} title={node.projectTitle}>
            {node.projectTitle}
          </span>
        ) : (
          <span className={css.note}>{note}</span>
        )}
      </span>
      <span className={css.clock}>
        <NodeClock node={node} />
      </span>
      {action && <span className={css.action}>{action}</span>}
    </div>
  )
}

function NodeClock({ node }: { readonly node: NodeRow }) {
  const state = useWords(stateWords)[node.state]
  return node.remaining ? <Clock left={node.remaining} /> : <span className={css.state}>{state}</span>
}

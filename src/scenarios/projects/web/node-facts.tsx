import { Link } from '@tanstack/react-router'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../contract/views.ts'
import { tellParty } from './names.ts'
import css from './node-page.module.css'

const words = {
  deliverable: ['交付成果', 'Deliverable'],
  owner: ['责任', 'Owner'],
  acceptor: ['验收', 'Acceptor'],
  planned: ['计划', 'Plan'],
  before: ['前置节点', 'Waits on'],
  after: ['后续节点', 'Others wait'],
} as const

/** The node as it was fixed: nature, position, person, quantity, time. */
export function NodeFacts({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <Facts
      rows={[
        [t.deliverable, node.deliverable || '—'],
        [t.owner, tellParty(node.owner)],
        [t.acceptor, tellParty(node.acceptor)],
        [t.planned, `${dates.date(node.plannedStart)} → ${dates.moment(node.deadline)}`],
        ...(node.predecessors.length > 0
          ? [[t.before, <Neighbours key="before" nodes={node.predecessors} />] as const]
          : []),
        ...(node.successors.length > 0 ? [[t.after, <Neighbours key="after" nodes={node.successors} />] as const] : []),
      ]}
    />
  )
}

function Neighbours({ nodes }: { readonly nodes: NodeDetail['predecessors'] }) {
  return (
    <ul className={css.links}>
      {nodes.map((node) => (
        <li key={node.node} className={css.link}>
          <Lamp colour={node.lamp} bare />
          <span>
            <Link to="/nodes/$node" params={{ node: node.node }}>
              {node.title}
            </Link>
            <span className={css.note}>{tellParty(node.owner)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

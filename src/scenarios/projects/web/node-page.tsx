import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Trail } from '#platform/web/vocabulary/trail.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../contract/views.ts'
import { api } from './api.ts'
import { NodeActs } from './node-acts.tsx'
import { NodeAppeals } from './node-appeals.tsx'
import { NodeFacts } from './node-facts.tsx'
import { NodeForms } from './node-forms.tsx'
import css from './node-page.module.css'
import { NodeStanding } from './node-standing.tsx'
import { OfflineNode, useRowWithoutNetwork } from './offline-node.tsx'

const words = {
  node: ['节点', 'Node'],
  trail: ['过程', 'Trail'],
  what: ['要办什么', 'What is to be done'],
} as const

/** One node: what, clock and ladder, next action, trail. */
export function Page() {
  const t = useWords(words)
  const { node } = useParams({ strict: false }) as { node: string }
  const query = useQuery(api.node.queryOptions({ input: { node }, refetchInterval: 60_000 }))
  const { data } = query
  const cut = useRowWithoutNetwork(node, query.error)
  if (data === undefined && cut) return <OfflineNode row={cut.row} since={cut.since} />
  return (
    <PageFrame
      title={data?.title ?? t.node}
      lead={data ? dotted(data.code, data.nature) : ' '}
      {...(data && { back: { to: `/projects/${data.project}`, label: data.projectTitle } })}
    >
      <Answered query={query}>{(detail) => <NodeRecord node={detail} />}</Answered>
    </PageFrame>
  )
}

function NodeRecord({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  return (
    <div className={css.record}>
      <aside className={css.standing}>
        <NodeStanding node={node} />
      </aside>
      <div className={css.story}>
        <NodeActs node={node} />
        <Card title={t.what}>
          <NodeFacts node={node} />
        </Card>
        <NodeAppeals node={node} />
        <Card title={t.trail}>
          <Trail steps={node.trail} />
        </Card>
      </div>
      <NodeForms node={node} />
    </div>
  )
}

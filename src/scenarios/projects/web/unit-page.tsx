import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '#platform/web/api/session.ts'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { QueueGroup } from '#platform/web/vocabulary/queue-group.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { UnitOverview } from '../contract/views.ts'
import { api } from './api.ts'
import { LampCounts } from './lamp-counts.tsx'
import { HandOver } from './life/hand-over.tsx'
import { NodeLine } from './node-line.tsx'
import { UnitPlates } from './plates/plate-cards.tsx'
import css from './unit-page.module.css'

const words = {
  unit: ['本单位', 'My unit'],
  back: ['本单位', 'My unit'],
  nobody: ['尚未定人', 'No person yet'],
  below: ['下属单位', 'Units below'],
  nodes: [(count: number) => `${count} 个节点`, (count: number) => `${count} nodes`],
  nothing: ['本单位没有在办的节点', 'No open nodes in this unit'],
  nothingHint: [
    '项目启动并推送到本单位后，会按责任人列在这里。',
    'Once a project pushes nodes here, they are listed by person.',
  ],
} as const

/** A unit by person, late first, and the units below it. */
export function Page() {
  const t = useWords(words)
  const own = useSession().organisation
  const { unit = own } = useParams({ strict: false }) as { unit?: string }
  const query = useQuery(api.unit.queryOptions({ input: { unit }, refetchInterval: 60_000 }))
  const { data } = query
  return (
    <PageFrame
      title={data?.organisationName ?? t.unit}
      lead={data ? <LampCounts lamps={data.lamps} worded /> : ' '}
      actions={<HandOver unit={unit} />}
      {...(unit !== own && { back: { to: '/unit', label: t.back } })}
    >
      <Answered query={query}>
        {(overview) => (
          <div className={css.parts}>
            <UnitParts overview={overview} />
            <UnitPlates unit={unit} />
          </div>
        )}
      </Answered>
    </PageFrame>
  )
}

function UnitParts({ overview }: { readonly overview: UnitOverview }) {
  const t = useWords(words)
  const { people, below } = overview
  return (
    <div className={css.parts}>
      {people.length === 0 && below.length === 0 && <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>}
      {people.map(({ person, personName, nodes }) => (
        <QueueGroup key={person ?? ''} title={personName ?? t.nobody} items={nodes} keyOf={({ node }) => node}>
          {(node) => <NodeLine node={node} />}
        </QueueGroup>
      ))}
      {below.length > 0 && (
        <Card title={t.below}>
          <UnitsBelow below={below} />
        </Card>
      )}
    </div>
  )
}

function UnitsBelow({ below }: Pick<UnitOverview, 'below'>) {
  const t = useWords(words)
  return (
    <ul className={css.below}>
      {below.map(({ organisation, organisationName, nodes, red }) => (
        <li key={organisation} className={css.unit}>
          <Link to="/units/$unit" params={{ unit: organisation }}>
            {organisationName}
          </Link>
          <span className={css.count}>
            {red > 0 && <Lamp colour="red" count={red} />} {t.nodes(nodes)}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Plate } from '#platform/web/vocabulary/plate.tsx'
import { Why, WhySection } from '#platform/web/vocabulary/why.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { PlateDetail } from '../contract/plates.ts'
import { api } from './api.ts'
import { PointLines } from './board/account.tsx'
import { entryWords } from './names.ts'
import { PlateAppeals } from './plates/plate-appeals.tsx'
import css from './plates/plates.module.css'

const words = {
  plate: ['三色牌', 'Plate'],
  nodes: ['当月在办的节点', 'Nodes in play'],
  overdue: ['到期未提交', 'due and not handed in'],
  fault: ['退回未改', 'returned and not mended'],
  points: ['计入的积分', 'Points'],
} as const

/** One plate: why it was given, what it counts, and how to disagree. */
export function Page() {
  const t = useWords(words)
  const { plate } = useParams({ strict: false }) as { plate: string }
  const query = useQuery(api.plate.queryOptions({ input: { plate } }))
  const { data } = query
  return (
    <PageFrame
      narrow
      title={data ? `${data.unitName} ${data.month}` : t.plate}
      {...(data && { back: { to: `/projects/${data.project}`, label: data.projectTitle } })}
    >
      <Answered query={query} skeleton={<Skeleton rows={8} />}>
        {(detail) => (
          <Card>
            <PlateGrounds plate={detail} />
          </Card>
        )}
      </Answered>
    </PageFrame>
  )
}

function PlateGrounds({ plate }: { readonly plate: PlateDetail }) {
  const t = useWords(words)
  const kinds = useWords(entryWords)
  const entries = plate.entries.map((entry) => ({ ...entry, kind: kinds[entry.kind] ?? entry.kind }))
  return (
    <Why
      grounds={{ ...plate, entries }}
      conclusion={
        <div className={css.conclusion}>
          <Plate colour={plate.colour} month={plate.month} unit={plate.unitName} plan={plate.projectTitle} />
          {plate.conclusion}
        </div>
      }
      appeal={<PlateAppeals plate={plate} />}
    >
      {plate.nodes.length > 0 && (
        <WhySection title={t.nodes}>
          <PlateNodes nodes={plate.nodes} />
        </WhySection>
      )}
      {plate.points.length > 0 && (
        <WhySection title={t.points}>
          <PointLines lines={plate.points} />
        </WhySection>
      )}
    </Why>
  )
}

function PlateNodes({ nodes }: Pick<PlateDetail, 'nodes'>) {
  const t = useWords(words)
  return (
    <ul className={css.nodes}>
      {nodes.map(({ node, title, overdue, fault }) => (
        <li key={node}>
          <Link to="/nodes/$node" params={{ node }}>
            {title}
          </Link>{' '}
          {(overdue || fault) && <span className={css.fault}>{dotted(overdue && t.overdue, fault && t.fault)}</span>}
        </li>
      ))}
    </ul>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Trail } from '#platform/web/vocabulary/trail.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { HardCaseDetail } from '../contract/hard-cases.ts'
import { api } from './api.ts'
import { CaseActs } from './hard-case/case-acts.tsx'
import { CaseState } from './hard-case/case-line.tsx'
import { CaseTeams } from './hard-case/case-teams.tsx'
import css from './hard-case/hard-case.module.css'
import { hardCaseWords, selectionWords } from './hard-case/hard-case-words.ts'

/** One hard case: what must be achieved, for how many points, by whom, and its story. */
export function Page() {
  const { case: id = '' } = useParams({ strict: false }) as { case?: string }
  const query = useQuery(api.hardCase.queryOptions({ input: { case: id } }))
  return <Answered query={query}>{(one) => <HardCase one={one} />}</Answered>
}

function HardCase({ one }: { readonly one: HardCaseDetail }) {
  const t = useWords(hardCaseWords)
  return (
    <PageFrame
      title={one.title}
      lead={<CaseState state={one.state} />}
      back={{ to: '/hard-cases', label: t.back }}
      narrow
    >
      <div className={css.record}>
        <CaseActs one={one} />
        <Card title={t.what}>
          <CaseFacts one={one} />
        </Card>
        <CaseTeams one={one} />
        <Card title={t.trail}>
          <Trail steps={one.trail} />
        </Card>
      </div>
    </PageFrame>
  )
}

function CaseFacts({ one }: { readonly one: HardCaseDetail }) {
  const t = useWords(hardCaseWords)
  const selection = useWords(selectionWords)[one.selection]
  const { moment } = useDates()
  return (
    <Facts
      rows={[
        [t.goal, one.goal],
        [t.place, one.place || '—'],
        [t.pointsLabel, t.points(one.points)],
        [t.deadline, moment(one.deadline)],
        [t.selection, selection],
        [t.publisher, dotted(one.publisher.organisationName, one.publisher.personName)],
        ...(one.project
          ? [
              [
                t.project,
                <Link key="project" to={`/projects/${one.project.project}` as string}>
                  {one.project.title}
                </Link>,
              ] as const,
            ]
          : []),
        ...(one.outcome ? [[t.outcome, one.outcome] as const] : []),
      ]}
    />
  )
}

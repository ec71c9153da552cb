import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectDetail } from '../contract/views.ts'
import { api } from './api.ts'
import { ProjectTools } from './check/project-tools.tsx'
import { LampCounts } from './lamp-counts.tsx'
import { Closing } from './life/closing.tsx'
import { LifeActs, ProjectLife } from './life/project-life.tsx'
import { kindWords, projectStateWords, tellParty } from './names.ts'
import { Outline } from './outline/outline.tsx'
import { ProjectPlates } from './plates/plate-cards.tsx'
import css from './project-page.module.css'
import { StartProject } from './start-project.tsx'
import { ProjectViews } from './views/project-views.tsx'
import { useView } from './views/use-view.ts'

const words = {
  project: ['项目', 'Project'],
  print: ['打印档案', 'Print file'],
  projects: ['全部项目', 'All projects'],
  confidential: ['限知悉范围', 'Confidential'],
  lead: ['牵头', 'Lead'],
  span: ['起止', 'From, to'],
  progress: ['进度', 'Progress'],
  lamps: ['节点', 'Nodes'],
  count: [
    (done: number, all: number) => `${done}/${all} 完成`,
    (done: number, all: number) => `${done} of ${all} done`,
  ],
} as const

/** One project: how it stands, and the tree of its nodes. */
export function Page() {
  const t = useWords(words)
  const { project } = useParams({ strict: false }) as { project: string }
  const [view] = useView()
  const query = useQuery(
    api.project.queryOptions({
      input: { project, nodes: view === 'outline' ? 'all' : 'none' },
      refetchInterval: 60_000,
      placeholderData: (before) => (before?.project === project ? before : undefined),
    }),
  )
  const { data } = query
  return (
    <PageFrame
      title={data?.title ?? t.project}
      lead={data ? <ProjectLead project={data} /> : ' '}
      back={{ to: '/projects', label: t.projects }}
      wide={view !== 'outline'}
      actions={
        data && (
          <>
            <LifeActs project={data} />
            <ButtonLink to={`/projects/${project}/print`}>{t.print}</ButtonLink>
          </>
        )
      }
    >
      <Answered query={query} skeleton={<Skeleton rows={8} />}>
        {(detail) => (
          <div className={css.parts}>
            {detail.may.start && <StartProject project={detail} />}
            <ProjectLife project={detail} />
            <Closing project={detail} />
            <ProjectTools project={detail} />
            <ProjectStanding project={detail} isBrief={view !== 'outline'} />
            {view === 'outline' && <ProjectPlates project={project} />}
            <ProjectViews project={project}>
              {query.isPlaceholderData ? <Skeleton rows={8} /> : <Outline nodes={detail.nodesInOrder} />}
            </ProjectViews>
          </div>
        )}
      </Answered>
    </PageFrame>
  )
}

function ProjectLead({ project }: { readonly project: ProjectDetail }) {
  const t = useWords(words)
  const kinds: Readonly<Record<string, string>> = useWords(kindWords)
  const state = useWords(projectStateWords)[project.state]
  return (
    <>
      {dotted(kinds[project.kind] ?? project.kind, state)}
      {project.confidential && (
        <span className={css.confidential}>
          <Icon name="lock" size={14} /> {t.confidential}
        </span>
      )}
    </>
  )
}

function ProjectStanding({ project, isBrief }: { readonly project: ProjectDetail; readonly isBrief: boolean }) {
  const t = useWords(words)
  const dates = useDates()
  const facts = [
    [t.lead, tellParty(project.lead)],
    [t.span, `${dates.day(project.start)} → ${dates.day(project.deadline)}`],
    [t.progress, <ProgressBar key="progress" value={Math.round(project.progress * 100)} label={t.progress} />],
    [`${t.lamps} ${t.count(project.done, project.nodes)}`, <LampCounts key="lamps" lamps={project.lamps} worded />],
  ] as const
  return (
    <dl className={isBrief ? `${css.standing} ${css.brief}` : css.standing}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

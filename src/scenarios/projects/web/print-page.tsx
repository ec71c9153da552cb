import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSession } from '#platform/web/api/session.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Chart } from '../contract/chart.ts'
import type { ProjectDetail } from '../contract/views.ts'
import { api } from './api.ts'
import { paperStyle } from './print/paper-style.ts'
import css from './print/print.module.css'
import { PrintNodes } from './print/print-nodes.tsx'
import { PrintSignatures, PrintTitle } from './print/print-title.tsx'
import { useDrawn } from './views/drawn.ts'
import { useChart } from './views/use-chart.ts'

const words = {
  title: ['项目档案', 'Project file'],
  lead: ['按 A4 纸排好。打印前先看一眼：内容是此刻的。', 'Laid out for A4 paper; what it says is as of this moment.'],
  print: ['打印', 'Print'],
  back: ['项目', 'Project'],
  by: [
    (who: string, moment: string) => `${who} ${moment} 印`,
    (who: string, moment: string) => `printed ${moment}, ${who}`,
  ],
  page: ['第 ', ' '],
  of: [' 页，共 ', ' of '],
  end: [' 页', ''],
} as const

/** A project's file on paper: how it stands, all its nodes, and who signs. */
export function Page() {
  const t = useWords(words)
  const { project } = useParams({ strict: false }) as { project: string }
  const standing = useQuery(api.project.queryOptions({ input: { project, nodes: 'none' } }))
  const chart = useChart(project)
  return (
    <div className={css.screen}>
      <PageFrame
        title={t.title}
        lead={t.lead}
        back={{ to: `/projects/${project}`, label: standing.data?.title ?? t.back }}
        actions={
          <Button look="main" disabled={!chart.data} onClick={() => print()}>
            {t.print}
          </Button>
        }
      >
        <Answered query={standing} skeleton={<Skeleton rows={8} />}>
          {(detail) => (
            <Answered query={chart} skeleton={<Skeleton rows={8} />}>
              {(answer) => <Paper project={detail} chart={answer} />}
            </Answered>
          )}
        </Answered>
      </PageFrame>
    </div>
  )
}

function Paper({ project, chart }: { readonly project: ProjectDetail; readonly chart: Chart }) {
  const t = useWords(words)
  const drawn = useDrawn(chart)
  const dates = useDates()
  const { personName, organisationName } = useSession()
  const moment = `${dates.day(chart.now)} ${dates.moment(chart.now).slice(-5)}`
  const by = t.by(`${organisationName} ${personName}`, moment)
  return (
    <article className={css.paper} aria-label={project.title}>
      <style>{paperStyle({ left: project.title, middle: [t.page, t.of, t.end], right: by })}</style>
      <PrintTitle project={project} drawn={drawn} by={by} />
      <PrintNodes drawn={drawn} />
      <PrintSignatures />
    </article>
  )
}

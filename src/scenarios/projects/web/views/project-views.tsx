import { Link } from '@tanstack/react-router'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Answered, EmptyState, Skeleton } from '#platform/web/parts/states.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Chart } from '../../contract/chart.ts'
import { type Drawn, useDrawn } from './drawn.ts'
import css from './project-views.module.css'
import { useChart } from './use-chart.ts'
import { useView, type View, views } from './use-view.ts'

const words = {
  views: ['视图', 'Views'],
  outline: ['大纲', 'Outline'],
  gantt: ['甘特图', 'Gantt'],
  v: ['V 形树', 'V tree'],
  map: ['思维导图', 'Mind map'],
  kanban: ['看板', 'Kanban'],
  people: ['单位与人员', 'Units and people'],
  calendar: ['日历', 'Calendar'],
  empty: ['还没有节点', 'No nodes yet'],
} as const

/** A view of the project, made of its chart. */
export type DrawnView = ComponentType<{ readonly drawn: Drawn; readonly project: string }>

/** Each is loaded when somebody first looks that way. */
const drawings: Readonly<Record<Exclude<View, 'outline'>, DrawnView>> = {
  gantt: lazy(() => import('./gantt/gantt.tsx').then(({ Gantt }) => ({ default: Gantt }))),
  v: lazy(() => import('./v-tree/v-tree.tsx').then(({ VTree }) => ({ default: VTree }))),
  map: lazy(() => import('./mind-map/mind-map.tsx').then(({ MindMap }) => ({ default: MindMap }))),
  kanban: lazy(() => import('./kanban/kanban.tsx').then(({ Kanban }) => ({ default: Kanban }))),
  people: lazy(() => import('./people/people-board.tsx').then(({ PeopleBoard }) => ({ default: PeopleBoard }))),
  calendar: lazy(() => import('./calendar/month-view.tsx').then(({ MonthView }) => ({ default: MonthView }))),
}

/** The project in the view that the address names; the outline is given, since it is what the page opens with. */
export function ProjectViews({ project, children }: { readonly project: string; readonly children: ReactNode }) {
  const [view] = useView()
  return (
    <div className={css.views}>
      <ViewTabs project={project} view={view} />
      {view === 'outline' ? children : <Drawing project={project} view={view} />}
    </div>
  )
}

function ViewTabs({ project, view }: { readonly project: string; readonly view: View }) {
  const t = useWords(words)
  return (
    <nav aria-label={t.views} className={css.tabs}>
      {views.map((one) => (
        <Link
          key={one}
          to="/projects/$project"
          params={{ project }}
          search={(one === 'outline' ? {} : { view: one }) as never}
          resetScroll={false}
          replace
          activeOptions={{ exact: true, includeSearch: true }}
          className={css.tab}
          aria-current={one === view ? 'page' : undefined}
          ref={one === view ? bringToSight : undefined}
        >
          {t[one]}
        </Link>
      ))}
    </nav>
  )
}

/** On the phone the tabs are wider than the screen. */
function bringToSight(tab: HTMLAnchorElement | null): void {
  const tabs = tab?.parentElement
  if (tab && tabs) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2
}

function Drawing({ project, view }: { readonly project: string; readonly view: Exclude<View, 'outline'> }) {
  const chart = useChart(project)
  return (
    <Answered query={chart} skeleton={<Skeleton rows={8} />}>
      {(answer) => <DrawnChart chart={answer} view={view} />}
    </Answered>
  )
}

function DrawnChart({ chart, view }: { readonly chart: Chart; readonly view: Exclude<View, 'outline'> }) {
  const t = useWords(words)
  const drawn = useDrawn(chart)
  const View = drawings[view]
  if (drawn.nodes.length === 0) return <EmptyState icon="projects" title={t.empty} />
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <View drawn={drawn} project={chart.project} />
    </Suspense>
  )
}

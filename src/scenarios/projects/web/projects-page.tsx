import { useInfiniteQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { useMay } from '#platform/web/api/session.ts'
import { Button, ButtonLink } from '#platform/web/parts/button.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Lamp } from '../contract/views.ts'
import { api } from './api.ts'
import { type Filter, ProjectFilters } from './project-filters.tsx'
import { ProjectLine } from './project-line.tsx'
import css from './projects-page.module.css'

const words = {
  projects: ['项目', 'Projects'],
  total: [(count: number) => `共 ${count} 个，最急的在前`, (count: number) => `${count} in all, the most urgent first`],
  import: ['导入计划', 'Import a plan'],
  more: ['再看一些', 'More'],
  none: ['没有符合条件的项目', 'No project matches'],
  noneHint: ['换个条件，或清除筛选。', 'Try another filter, or clear it.'],
  empty: ['还没有项目', 'No projects yet'],
  emptyHint: [
    '把已有的推进计划表（Excel）导入，就成为一个项目草稿。',
    'Import the plan you already have (Excel): it becomes a draft.',
  ],
} as const

/** 项目: those that the post may see, most urgent first. */
export function Page() {
  const t = useWords(words)
  const mayImport = useMay('projects.import')
  const [filter, change] = useAddress<Filter>()
  const list = useProjects(filter)
  return (
    <PageFrame
      title={t.projects}
      lead={list.data ? t.total(list.data.pages[0]?.total ?? 0) : ' '}
      actions={mayImport && <ButtonLink to="/projects/import">{t.import}</ButtonLink>}
    >
      <ProjectFilters filter={filter} onChange={change} />
      <Answered query={list}>
        {({ pages }) => <ProjectList pages={pages} isFiltered={Boolean(filter.search || filter.lamp || filter.unit)} />}
      </Answered>
      {list.hasNextPage && (
        <div className={css.more}>
          <Button onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage}>
            {t.more}
          </Button>
        </div>
      )}
    </PageFrame>
  )
}

type ListPage = Awaited<ReturnType<typeof api.list.call>>

function ProjectList({ pages, isFiltered }: { readonly pages: readonly ListPage[]; readonly isFiltered: boolean }) {
  const t = useWords(words)
  const projects = pages.flatMap((page) => page.projects)
  if (projects.length > 0)
    return (
      <Queue label={t.projects} items={projects} keyOf={({ project }) => project}>
        {(project) => <ProjectLine project={project} />}
      </Queue>
    )
  return (
    <EmptyState icon="projects" title={isFiltered ? t.none : t.empty}>
      {isFiltered ? t.noneHint : t.emptyHint}
    </EmptyState>
  )
}

function useProjects({ search, lamp, unit }: Filter) {
  return useInfiniteQuery(
    api.list.infiniteOptions({
      input: (after: string | undefined) => ({
        limit: 50,
        ...(search && { search }),
        ...(lamp && { lamp: lamp as Lamp }),
        ...(unit && { unit }),
        ...(after && { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: ListPage) => page.next ?? undefined,
      placeholderData: (before) => before,
    }),
  )
}

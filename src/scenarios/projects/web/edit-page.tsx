import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectDetail } from '../contract/views.ts'
import { api } from './api.ts'
import { PlanEditing } from './edit/plan-editing.tsx'

const words = {
  edit: ['编制计划', 'Edit the plan'],
  change: ['调整计划', 'Change the plan'],
  draft: [
    '草稿可直接修改，保存前不影响任何人。',
    'A draft is edited at once; nothing leaves this page before it is saved.',
  ],
  running: [
    '项目推进中：修改作为调整方案提出，由另一位负责人批准后生效，原计划留作基线。',
    'The project runs: your edits become a proposal that another head approves; the plan as it was stays as a baseline.',
  ],
  closed: ['现在不能修改这个计划。', 'This plan cannot be changed now.'],
} as const

/** The node table of a project, to be written in. */
export function Page() {
  const t = useWords(words)
  const { project } = useParams({ strict: false }) as { project: string }
  const navigate = useNavigate()
  const query = useQuery({
    ...api.project.queryOptions({ input: { project, nodes: 'all' } }),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const { data } = query
  const leave = () => void navigate({ to: '/projects/$project', params: { project } })
  return (
    <PageFrame
      title={data?.may.change ? t.change : t.edit}
      lead={data ? leadOf(data, t) : ' '}
      back={{ to: `/projects/${project}`, label: data?.title ?? '' }}
      wide
    >
      <Answered query={query} skeleton={<Skeleton rows={12} />}>
        {(detail) => <PlanEditing detail={detail} onDone={leave} />}
      </Answered>
    </PageFrame>
  )
}

function leadOf({ may }: ProjectDetail, t: Readonly<Record<'draft' | 'running' | 'closed', string>>): string {
  if (may.edit) return t.draft
  return may.change ? t.running : t.closed
}

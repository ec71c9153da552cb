import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Trail } from '#platform/web/vocabulary/trail.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../contract/views.ts'
import { api } from './api.ts'
import css from './duty.module.css'
import { DutyActs } from './duty-acts.tsx'
import { DutyForms } from './duty-forms.tsx'
import { DutyMatter, DutyRequests } from './duty-matter.tsx'
import { DutyStanding } from './duty-standing.tsx'
import { sourceWords } from './names.ts'

const words = {
  duty: ['督办任务', 'Duty'],
  back: ['督办', 'Duties'],
  trail: ['过程', 'Trail'],
  what: ['交办内容', 'What was given'],
  asked: ['申请和申诉', 'Requests and appeals'],
  withdrawn: [
    (moment: string, reason: string) => `${moment} 已撤回：${reason}`,
    (moment: string, reason: string) => `Withdrawn ${moment}: ${reason}`,
  ],
} as const

/** One duty: what, clock and ladder, next action, trail. */
export function Page() {
  const t = useWords(words)
  const sources = useWords(sourceWords)
  const { duty } = useParams({ strict: false }) as { duty: string }
  const query = useQuery(api.duty.queryOptions({ input: { duty }, refetchInterval: 60_000 }))
  const { data } = query
  return (
    <PageFrame
      title={data?.matter.title ?? t.duty}
      lead={data ? dotted(sources[data.matter.source], data.matter.sourceTitle) : ' '}
      back={{ to: '/duties', label: t.back }}
    >
      <Answered query={query}>{(detail) => <Record duty={detail} />}</Answered>
    </PageFrame>
  )
}

function Record({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(words)
  const dates = useDates()
  const { withdrawn } = duty.matter
  return (
    <div className={css.record}>
      <aside className={css.standing}>
        <DutyStanding duty={duty} />
      </aside>
      <div className={css.story}>
        {withdrawn && <p className={css.withdrawn}>{t.withdrawn(dates.moment(withdrawn.at), withdrawn.reason)}</p>}
        <DutyActs duty={duty} />
        <Card title={t.what}>
          <DutyMatter duty={duty} />
        </Card>
        {duty.requests.length > 0 && (
          <Card title={t.asked}>
            <DutyRequests requests={duty.requests} />
          </Card>
        )}
        <Card title={t.trail}>
          <Trail steps={duty.trail} />
        </Card>
      </div>
      <DutyForms duty={duty} />
    </div>
  )
}

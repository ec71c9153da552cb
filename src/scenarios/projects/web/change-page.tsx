import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { EditPreview, PlanChange } from '../contract/edits.ts'
import { api, touched } from './api.ts'
import { ImpactList } from './edit/impact-list.tsx'
import css from './life/life.module.css'

const words = {
  title: ['计划调整', 'Change of the plan'],
  project: ['项目', 'Project'],
  proposed: [(by: string, at: string) => `${by} 于 ${at} 提出`, (by: string, at: string) => `Proposed by ${by}, ${at}`],
  reason: ['调整理由', 'Reason'],
  impact: ['如果现在批准', 'If it were approved now'],
  hindrance: [
    '计划在提出之后有了变化，这份方案已不能照原样执行；请牵头人撤回后重新提出。',
    'The plan has moved on since; this proposal cannot be applied as it is. Take it back and propose anew.',
  ],
  note: ['意见（不同意时必填）', 'Remark (needed to refuse)'],
  approve: ['批准', 'Approve'],
  refuse: ['不同意', 'Refuse'],
  withdraw: ['撤回', 'Take back'],
  waiting: [
    '等待本单位其他负责人或县领导批准；提出人不能批准自己的方案。',
    'Another head or a county leader is to decide.',
  ],
  approved: [(n: number) => `已批准，成为第 ${n} 版基线`, (n: number) => `Approved: baseline ${n}`],
  decided: [(by: string, at: string) => `${by} ${at}`, (by: string, at: string) => `${by}, ${at}`],
  done: ['已办理', 'Done'],
} as const

const stateWords = {
  proposed: ['待批准', 'Waits for approval'],
  approved: ['已批准', 'Approved'],
  refused: ['未同意', 'Refused'],
  withdrawn: ['已撤回', 'Taken back'],
} as const

type Shown = PlanChange & {
  readonly project: string
  readonly projectTitle: string
  readonly preview: EditPreview | null
  readonly hindrance: string | null
}

/** One proposal to change a plan: why, what it would do, and the decision. */
export function Page() {
  const t = useWords(words)
  const { change } = useParams({ strict: false }) as { change: string }
  const query = useQuery(api.change.queryOptions({ input: { change } }))
  const state = useWords(stateWords)
  const { data } = query
  return (
    <PageFrame
      title={t.title}
      lead={data ? state[data.state] : ' '}
      back={{ to: data ? `/projects/${data.project}` : '/projects', label: data?.projectTitle ?? t.project }}
      narrow
    >
      <Answered query={query} skeleton={<Skeleton rows={6} />}>
        {(shown) => (
          <div className={css.parts}>
            <Reason change={shown} />
            {shown.preview && (
              <Card title={t.impact}>
                <ImpactList preview={shown.preview} />
              </Card>
            )}
            {shown.hindrance && <p role="alert">{t.hindrance}</p>}
            {shown.state === 'proposed' && <Decision change={shown} />}
          </div>
        )}
      </Answered>
    </PageFrame>
  )
}

function Reason({ change }: { readonly change: Shown }) {
  const t = useWords(words)
  const { moment } = useDates()
  return (
    <Card title={t.reason}>
      <p>{change.reason}</p>
      <p className={css.muted}>{t.proposed(change.proposedBy, moment(change.proposedAt))}</p>
      {change.baseline !== null && <p>{t.approved(change.baseline)}</p>}
      {change.note && <p>{change.note}</p>}
      {change.decidedBy && change.decidedAt && (
        <p className={css.muted}>{t.decided(change.decidedBy, moment(change.decidedAt))}</p>
      )}
    </Card>
  )
}

function Decision({ change }: { readonly change: Shown }) {
  const t = useWords(words)
  const tell = useNotice()
  const [note, setNote] = useState('')
  const onDone = () => tell(t.done)
  const decide = useCommand(api.decideChange.call, { touches: touched, onDone })
  const withdraw = useCommand(api.withdrawChange.call, { touches: touched, onDone })
  const send = (approved: boolean) => decide.mutate({ change: change.change, approved, note: note.trim() })
  return (
    <div className={css.decision}>
      {!change.may.decide && <p className={css.muted}>{t.waiting}</p>}
      {change.may.decide && (
        <TextArea label={t.note} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
      )}
      <FailureMessage error={decide.error ?? withdraw.error} />
      <div className={css.buttons}>
        {change.may.decide && (
          <>
            <Button look="main" busy={decide.isPending} disabled={change.preview === null} onClick={() => send(true)}>
              {t.approve}
            </Button>
            <Button look="danger" disabled={note.trim().length < 2} onClick={() => send(false)}>
              {t.refuse}
            </Button>
          </>
        )}
        {change.may.withdraw && (
          <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ change: change.change })}>
            {t.withdraw}
          </Button>
        )}
      </div>
    </div>
  )
}

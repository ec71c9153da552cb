import { useEffect, useState } from 'react'
import { UnansweredError } from '#platform/web/api/failure.ts'
import { useSession } from '#platform/web/api/session.ts'
import { recallDay } from '#platform/web/day/use-day.ts'
import { OldAnswer } from '#platform/web/outbox/old-answer.tsx'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DayNode, NodeRow } from '../contract/views.ts'
import { useAct } from './act-address.ts'
import { ReportForm } from './acts/report-form.tsx'
import { stateWords, tellParty } from './names.ts'
import css from './node-page.module.css'

const words = {
  today: ['今日', 'Today'],
  report: ['填报进度', 'Report progress'],
  hint: [
    '没有网络也可以填报、拍照，联网后自动发送。过程和依据要联网才能看。',
    'Report and take photographs without network: they are sent later. Trail and grounds need the network.',
  ],
  lamp: ['灯', 'Lamp'],
  state: ['状态', 'State'],
  clock: ['时限', 'Clock'],
  owner: ['责任', 'Owner'],
  deliverable: ['交付成果', 'Deliverable'],
  project: ['项目', 'Project'],
} as const

type OfflineNodeProps = { readonly row: NodeRow; readonly since: string }

/** A node of one's day without network: how it last stood, and the form to report on it. */
export function OfflineNode({ row, since }: OfflineNodeProps) {
  const t = useWords(words)
  const state = useWords(stateWords)[row.state]
  const { act, open, close, done } = useAct()
  const mayReport = row.state === 'running' || row.state === 'returned'
  const facts = [
    [t.lamp, <Lamp key="lamp" colour={row.lamp} />],
    [t.state, `${state} ${row.progress}%`],
    ...(row.remaining ? [[t.clock, <Clock key="clock" left={row.remaining} full />] as const] : []),
    [t.owner, tellParty(row.owner)],
    [t.deliverable, row.deliverable],
    [t.project, row.projectTitle],
  ] as const
  return (
    <PageFrame narrow title={row.title} lead={row.code} back={{ to: '/today', label: t.today }}>
      <OldAnswer since={since} />
      <Card>
        <Facts rows={facts} />
      </Card>
      {mayReport && (
        <div className={css.acts}>
          <p className={css.say}>{t.hint}</p>
          <div className={css.buttons}>
            <Button look="main" onClick={() => open('report')}>
              {t.report}
            </Button>
          </div>
        </div>
      )}
      {mayReport && act === 'report' && (
        <Panel title={t.report} onClose={close}>
          <ReportForm node={row} onDone={done} />
        </Panel>
      )}
    </PageFrame>
  )
}

/** The node as one's day last had it, where the server cannot be reached. */
export function useRowWithoutNetwork(node: string, error: unknown): OfflineNodeProps | undefined {
  const { person } = useSession()
  const [kept, setKept] = useState<OfflineNodeProps>()
  const isCut = error instanceof UnansweredError
  useEffect(() => {
    if (!isCut) return
    void recallDay(person).then((kept) => {
      const line = kept?.day.lines.find(({ thing }) => thing === `plans.node/${node}`)
      setKept(line?.own ? { row: (line.own as DayNode).row, since: kept?.since ?? '' } : undefined)
    })
  }, [isCut, node, person])
  return kept
}

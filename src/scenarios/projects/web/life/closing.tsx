import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Evaluation } from '../../contract/life.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { ActForm } from '../acts/act-form.tsx'
import { api, touched } from '../api.ts'
import { LampCounts } from '../lamp-counts.tsx'
import { tellParty } from '../names.ts'
import css from './life.module.css'

const words = {
  ready: ['节点已全部验收，可以办结并生成结项评价。', 'All nodes are accepted: close it with an evaluation.'],
  close: ['办结', 'Close'],
  archive: ['归档', 'Archive'],
  closed: ['项目已办结。归档后只能查看。', 'Closed. Once archived it can only be read.'],
  title: ['结项评价', 'Closing evaluation'],
  whole: ['总体评价', 'The whole'],
  own: ['对其评价（可不填）', 'Words on them, if any'],
  lead: [
    '数字由系统从记录中计算，不能修改；本人和单位可以看到自己的评价并提出异议。',
    'The figures come from the record. People and units see their own and can disagree.',
  ],
  facts: [
    (e: Evaluation['facts']) => `${e.nodes} 个节点，按期 ${e.onTime}，逾期 ${e.late}，退回 ${e.returned} 次`,
    (e: Evaluation['facts']) => `${e.nodes} nodes, ${e.onTime} in time, ${e.late} late, ${e.returned} returned`,
  ],
  lamps: ['亮过的灯', 'Lamps given'],
  points: [
    ({ won, lost, points }: Evaluation['brought']) =>
      `本项目得分 ${signed(won)}，扣分 ${lost}，合计 ${signed(points)} 分`,
    ({ won, lost, points }: Evaluation['brought']) =>
      `Points: won ${signed(won)}, lost ${lost}, in all ${signed(points)}`,
  ],
  plates: [
    (green: number, yellow: number, red: number) => `月度牌：绿牌 ${green}、黄牌 ${yellow}、红牌 ${red} 块`,
    (green: number, yellow: number, red: number) => `Plates: ${green} green, ${yellow} yellow, ${red} red`,
  ],
  disagree: ['有异议', 'Disagree'],
  reason: ['理由', 'Reason'],
  done: ['已办理', 'Done'],
} as const

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points)
}

/** The end of a project: closing it, what was said, archiving it. */
export function Closing({ project }: { readonly project: ProjectDetail }) {
  const isOver = project.state === 'closed' || project.state === 'archived'
  return (
    <>
      {project.may.close && <CloseOffer project={project} />}
      {project.may.archive && <ArchiveOffer project={project.project} />}
      {isOver && <Evaluations project={project.project} />}
    </>
  )
}

function CloseOffer({ project }: { readonly project: ProjectDetail }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={css.life}>
      <p>{t.ready}</p>
      <div className={css.acts}>
        <Button look="main" onClick={() => setOpen(true)}>
          {t.close}
        </Button>
      </div>
      {isOpen && <ClosePanel project={project.project} onClose={() => setOpen(false)} />}
    </section>
  )
}

function ClosePanel({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useWords(words)
  const tell = useNotice()
  const query = useQuery(api.evaluations.queryOptions({ input: { project } }))
  const [whole, setWhole] = useState('')
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const onDone = () => {
    tell(t.done)
    onClose()
  }
  const close = useCommand(api.close.call, { touches: touched, onDone })
  const send = (evaluations: readonly Evaluation[]) => {
    const about = evaluations.flatMap(({ evaluation, subject, party }) => {
      const said = own[evaluation]?.trim()
      return said ? [{ subject, id: party.person ?? party.organisation, words: said }] : []
    })
    close.mutate({ project, words: whole.trim(), about })
  }
  return (
    <Panel title={t.title} onClose={onClose}>
      <Answered query={query} skeleton={<Skeleton rows={6} />}>
        {({ evaluations }) => (
          <ActForm
            lead={t.lead}
            label={t.close}
            busy={close.isPending}
            error={close.error}
            onSubmit={() => send(evaluations)}
          >
            <TextArea
              label={t.whole}
              value={whole}
              onChange={(event) => setWhole(event.target.value)}
              maxLength={2000}
            />
            {evaluations.map((one) => (
              <div key={one.evaluation} className={css.evaluation}>
                <EvaluationFacts evaluation={one} />
                <TextArea
                  label={t.own}
                  rows={2}
                  value={own[one.evaluation] ?? ''}
                  onChange={(event) => setOwn({ ...own, [one.evaluation]: event.target.value })}
                  maxLength={1000}
                />
              </div>
            ))}
          </ActForm>
        )}
      </Answered>
    </Panel>
  )
}

function ArchiveOffer({ project }: { readonly project: string }) {
  const t = useWords(words)
  const tell = useNotice()
  const archive = useCommand(api.archive.call, { touches: touched, onDone: () => tell(t.done) })
  return (
    <section className={css.life}>
      <p>{t.closed}</p>
      <FailureMessage error={archive.error} />
      <div className={css.acts}>
        <Button busy={archive.isPending} onClick={() => archive.mutate({ project })}>
          {t.archive}
        </Button>
      </div>
    </section>
  )
}

function Evaluations({ project }: { readonly project: string }) {
  const t = useWords(words)
  const query = useQuery({ ...api.evaluations.queryOptions({ input: { project } }), retry: false })
  if (!query.data) return null
  return (
    <Card title={t.title}>
      {query.data.words && <p className={css.whole}>{query.data.words}</p>}
      <div className={css.parts}>
        {query.data.evaluations.map((one) => (
          <div key={one.evaluation} className={css.evaluation}>
            <EvaluationFacts evaluation={one} />
            {one.words && <p>{one.words}</p>}
            {one.appeals.map(({ appeal, reason, answer }) => (
              <p key={appeal} className={css.muted}>
                {t.disagree}：{reason} {answer && `→ ${answer}`}
              </p>
            ))}
            {one.mayAppeal && <AppealEvaluation evaluation={one.evaluation} />}
          </div>
        ))}
      </div>
    </Card>
  )
}

function EvaluationFacts({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useWords(words)
  const { plates } = evaluation.brought
  return (
    <>
      <h3>{tellParty(evaluation.party)}</h3>
      <p>{t.facts(evaluation.facts)}</p>
      <p>{dotted(t.points(evaluation.brought), plates && t.plates(plates.green, plates.yellow, plates.red))}</p>
      <p className={css.given}>
        {t.lamps} <LampCounts lamps={evaluation.facts.lamps} worded />
      </p>
    </>
  )
}

function AppealEvaluation({ evaluation }: { readonly evaluation: string }) {
  const t = useWords(words)
  const tell = useNotice()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const appeal = useCommand(api.appealEvaluation.call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      setOpen(false)
    },
  })
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t.disagree}
        </Button>
      </div>
    )
  return (
    <>
      <TextArea label={t.reason} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} />
      <FailureMessage error={appeal.error} />
      <div>
        <Button
          look="main"
          busy={appeal.isPending}
          disabled={reason.trim().length < 2}
          onClick={() => appeal.mutate({ evaluation, reason: reason.trim() })}
        >
          {t.disagree}
        </Button>
      </div>
    </>
  )
}

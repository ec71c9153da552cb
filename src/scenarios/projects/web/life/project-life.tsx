import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button, ButtonLink } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { ActForm } from '../acts/act-form.tsx'
import { api, touched } from '../api.ts'
import { useStartGate } from '../check/start-gate.tsx'
import css from './life.module.css'

const words = {
  edit: ['编制计划', 'Edit the plan'],
  change: ['调整计划', 'Change the plan'],
  pause: ['暂停', 'Pause'],
  resume: ['恢复', 'Resume'],
  proposed: [
    (by: string) => `${by} 提请启动。批准后，没有前置的节点到计划开始时推送给责任人并开始计时。`,
    (by: string) => `${by} asks for the start. Once approved, clocks run.`,
  ],
  paused: [
    (since: string, why: string) =>
      `项目自 ${since} 起暂停${why && `（${why}）`}：时限停止计算，灯保持暂停时的颜色；恢复后尚未到期的时限按暂停的工作时间顺延。`,
    (since: string, why: string) =>
      `Paused since ${since}${why && ` (${why})`}: clocks stand still, lamps stay as they were.`,
  ],
  waiting: ['有一项计划调整等待批准。', 'A change of the plan waits for approval.'],
  look: ['查看调整', 'Look at it'],
  note: ['意见（不同意时必填）', 'Remark (needed to refuse)'],
  approve: ['批准启动', 'Approve the start'],
  refuse: ['退回修改', 'Send back'],
  reason: ['理由（必填）', 'Reason (needed)'],
  pauseLead: [
    '暂停后所有未完成节点停止计时，不能填报、提交和验收；责任人会看到暂停理由。',
    'All open nodes stop; nobody can report, hand in or accept. Owners see the reason.',
  ],
  resumeLead: [
    '恢复后尚未到期的开始和时限按暂停的工作时间顺延；已经逾期的不变。',
    'What was still to come moves by the working time of the pause; what was late stays late.',
  ],
  done: ['已办理', 'Done'],
} as const

type LifeProps = { readonly project: ProjectDetail }

/** What waits to be decided about a project, and what its lead may do with its plan. */
export function ProjectLife({ project }: LifeProps) {
  return (
    <>
      {project.state === 'proposed' && <StartDecision project={project} />}
      {project.state === 'paused' && <Paused project={project} />}
      {project.openChange !== null && <OpenChange change={project.openChange} />}
    </>
  )
}

/** The buttons of a project's life, for the head of its page. */
export function LifeActs({ project }: LifeProps) {
  const t = useWords(words)
  const [isPausing, setPausing] = useState(false)
  const { may } = project
  return (
    <>
      {(may.edit || may.change) && (
        <ButtonLink to={`/projects/${project.project}/edit`}>{may.edit ? t.edit : t.change}</ButtonLink>
      )}
      {may.pause && <Button onClick={() => setPausing(true)}>{t.pause}</Button>}
      {isPausing && <PausePanel project={project} act="pause" onClose={() => setPausing(false)} />}
    </>
  )
}

function StartDecision({ project }: LifeProps) {
  const t = useWords(words)
  const tell = useNotice()
  const [note, setNote] = useState('')
  const decide = useCommand(api.decideStart.call, { touches: touched, onDone: () => tell(t.done) })
  const gate = useStartGate(project.project)
  const { despiteFindings } = gate
  const send = (approved: boolean) =>
    decide.mutate({ project: project.project, approved, note: note.trim(), despiteFindings })
  return (
    <section className={css.life}>
      <p>{t.proposed(project.startProposedBy ?? '')}</p>
      {project.may.decideStart && (
        <>
          <TextArea
            label={t.note}
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={2000}
          />
          {gate.box}
          <FailureMessage error={decide.error} />
          <div className={css.acts}>
            <Button look="main" busy={decide.isPending} disabled={!gate.isOpen} onClick={() => send(true)}>
              {t.approve}
            </Button>
            <Button look="danger" disabled={note.trim().length < 2} onClick={() => send(false)}>
              {t.refuse}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Paused({ project }: LifeProps) {
  const t = useWords(words)
  const { moment } = useDates()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={css.life}>
      <p>{t.paused(project.pausedSince === null ? '' : moment(project.pausedSince), project.pauseReason ?? '')}</p>
      {project.may.resume && (
        <div className={css.acts}>
          <Button look="main" onClick={() => setOpen(true)}>
            {t.resume}
          </Button>
        </div>
      )}
      {isOpen && <PausePanel project={project} act="resume" onClose={() => setOpen(false)} />}
    </section>
  )
}

function OpenChange({ change }: { readonly change: string }) {
  const t = useWords(words)
  return (
    <section className={css.life}>
      <p>{t.waiting}</p>
      <div className={css.acts}>
        <ButtonLink to={`/changes/${change}`} look="main">
          {t.look}
        </ButtonLink>
      </div>
    </section>
  )
}

type PausePanelProps = LifeProps & { readonly act: 'pause' | 'resume'; readonly onClose: () => void }

function PausePanel({ project, act, onClose }: PausePanelProps) {
  const t = useWords(words)
  const tell = useNotice()
  const [reason, setReason] = useState('')
  const send = useCommand(api[act].call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      onClose()
    },
  })
  return (
    <Panel title={t[act]} onClose={onClose}>
      <ActForm
        lead={act === 'pause' ? t.pauseLead : t.resumeLead}
        label={t[act]}
        busy={send.isPending}
        blocked={reason.trim().length < 2}
        error={send.error}
        onSubmit={() => send.mutate({ project: project.project, reason: reason.trim() })}
      >
        <TextArea
          label={t.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={2000}
          required
        />
      </ActForm>
    </Panel>
  )
}

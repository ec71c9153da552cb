import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Evaluation } from '../../contract/life.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { ActForm } from '../acts/act-form.tsx'
import { api, touched } from '../api.ts'
import { EvaluationFacts, Evaluations } from './evaluations.tsx'
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
  done: ['已办理', 'Done'],
} as const

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

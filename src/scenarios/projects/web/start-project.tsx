import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectDetail } from '../contract/views.ts'
import { api, touched } from './api.ts'
import { useStartGate } from './check/start-gate.tsx'
import css from './project-page.module.css'

const words = {
  draft: [
    (nodes: number) =>
      `这是草稿，共 ${nodes} 个节点。启动后，没有前置的节点到计划开始时（已过的立即）推送给责任人并开始计时，计划不能再整体替换。`,
    (nodes: number) =>
      `A draft of ${nodes} nodes. Once started, nodes that wait on nothing go to their owners and their clocks run.`,
  ],
  start: ['启动项目', 'Start the project'],
  propose: ['提请启动', 'Ask for the start'],
  approval: [
    '这类项目的启动须经另一位负责人或县领导批准；批准后开始计时。',
    'The start of this kind of project is approved by another head or a county leader; clocks run from then on.',
  ],
  proposed: ['已提请启动，等待批准', 'Proposed; it waits for approval'],
  waiting: ['项目已启动，到计划开始时自动推送', 'Started: nodes are pushed on when their time comes'],
  started: [
    (count: number) => `项目已启动，推送了 ${count} 个节点`,
    (count: number) => `Started: ${count} nodes are pushed on`,
  ],
} as const

/** Starts a draft, after saying what that means. */
export function StartProject({ project }: { readonly project: ProjectDetail }) {
  const t = useWords(words)
  const tell = useNotice()
  const start = useCommand(api.start.call, {
    touches: touched,
    onDone: ({ state, started }) => {
      if (state === 'proposed') tell(t.proposed)
      else tell(started.length > 0 ? t.started(started.length) : t.waiting)
    },
  })
  const gate = useStartGate(project.project)
  const { despiteFindings } = gate
  return (
    <section className={css.start}>
      <p>
        {t.draft(project.nodes)}
        {project.startNeedsApproval && t.approval}
      </p>
      <Button
        look="main"
        busy={start.isPending}
        disabled={!gate.isOpen}
        onClick={() => start.mutate({ project: project.project, despiteFindings })}
      >
        {project.startNeedsApproval ? t.propose : t.start}
      </Button>
      {gate.box}
      <FailureMessage error={start.error} />
    </section>
  )
}

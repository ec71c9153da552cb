import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { LevellingProposal } from '../../contract/check.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { api, touched } from '../api.ts'
import { tellParty } from '../names.ts'
import css from './check.module.css'

const words = {
  propose: ['看均衡建议', 'See a levelling proposal'],
  title: ['均衡建议', 'Levelling proposal'],
  lead: [
    '按余量大小逐个后移尚未开始的节点，直到没有人超负荷。这只是建议，不会自动生效。',
    'Moves nodes that have not begun, those with most slack first, until nobody has too much. It is a proposal and changes nothing.',
  ],
  nothing: ['没有可以移动的节点：请换人或分担。', 'No node can be moved: share the work instead.'],
  end: [
    (before: string, after: string) => `项目完成：${before} → ${after}`,
    (before: string, after: string) => `The project ends: ${before} → ${after}`,
  ],
  peak: [
    (name: string, before: number, after: number) => `${name}：最高负荷 ${before}% → ${after}%`,
    (name: string, before: number, after: number) => `${name}: highest load ${before}% → ${after}%`,
  ],
  node: ['节点', 'Node'],
  now: ['现在的时限', 'Due now'],
  proposed: ['建议的时限', 'Proposed'],
  take: ['采纳到草稿', 'Take over into the draft'],
  taken: ['已按建议调整草稿', 'The draft follows the proposal now'],
} as const

/** A proposal that levels the load; in a draft it can be taken over. */
export function Levelling({ project }: { readonly project: ProjectDetail }) {
  const t = useWords(words)
  const [isAsked, setAsked] = useState(false)
  const input = { project: project.project }
  const query = useQuery(api.levelling.queryOptions({ input, enabled: isAsked, staleTime: 60_000 }))
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{t.propose}</Button>
  return (
    <section>
      <h3 className={css.heading}>{t.title}</h3>
      <p className={css.muted}>{t.lead}</p>
      <Answered query={query}>{(proposal) => <Proposal proposal={proposal} project={project} />}</Answered>
    </section>
  )
}

type ProposalProps = { readonly proposal: LevellingProposal; readonly project: ProjectDetail }

function Proposal({ proposal, project }: ProposalProps) {
  const t = useWords(words)
  const dates = useDates()
  const { end, loads, moves } = proposal
  if (moves.length === 0) return <p>{t.nothing}</p>
  return (
    <div className={css.proposal}>
      <ul>
        {end && <li>{t.end(dates.day(end.before), dates.day(end.after))}</li>}
        {loads.map(({ person, personName, before, after }) => (
          <li key={person}>{t.peak(personName, peakOf(before), peakOf(after))}</li>
        ))}
      </ul>
      <Moves moves={moves} />
      {project.may.edit && project.state === 'draft' && <TakeOver proposal={proposal} project={project} />}
    </div>
  )
}

function Moves({ moves }: Pick<LevellingProposal, 'moves'>) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t.node}</th>
            <th scope="col">{t.now}</th>
            <th scope="col">{t.proposed}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.node}>
              <td>
                {move.code} {move.title}
                <span className={css.muted}> {tellParty(move.owner)}</span>
              </td>
              <td className={css.date}>{dates.day(move.from.deadline)}</td>
              <td className={css.date}>{dates.day(move.to.deadline)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakeOver({ proposal, project }: ProposalProps) {
  const t = useWords(words)
  const tell = useNotice()
  const edit = useCommand(api.edit.call, { touches: touched, onDone: () => tell(t.taken) })
  const { operations } = proposal
  return (
    <>
      <Button
        look="main"
        busy={edit.isPending}
        onClick={() => edit.mutate({ project: project.project, version: project.version, operations })}
      >
        {t.take}
      </Button>
      <FailureMessage error={edit.error} />
    </>
  )
}

function peakOf(weeks: LevellingProposal['loads'][number]['before']): number {
  return Math.round(weeks.reduce((most, { load }) => Math.max(most, load), 0) * 100)
}

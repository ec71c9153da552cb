import type { DayLine } from '#platform/contract/day-contract.ts'
import { useOutbox } from '#platform/web/outbox/use-outbox.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DayNode } from '../../contract/views.ts'
import { ActLink } from '../act-link.tsx'
import { NodeLine } from '../node-line.tsx'
import { PushNote, UpstreamNote } from './day-notes.tsx'

const words = {
  kept: ['已存在本机，待联网发送', 'Kept on this device, to be sent'],
  report: ['填报', 'Report'],
  accept: ['验收', 'Review'],
  look: ['查看', 'Look'],
  returned: ['已退回', 'Returned'],
  judged: ['已提交，等待验收', 'Submitted, to be accepted'],
  waitsOn: [(titles: string) => `等待：${titles}`, (titles: string) => `Waits on: ${titles}`],
} as const

type LineProps = { readonly line: DayLine }

/** A node in the list of a day: lamp, what, clock, and the act that is due. */
export function OwnLine({ line }: LineProps) {
  const own = line.own as DayNode
  const note = useNote(line, own)
  const act = useAct(line, own)
  return <NodeLine node={own.row} note={note} action={act} />
}

function useAct({ part, page }: DayLine, { row: { title } }: DayNode) {
  const t = useWords(words)
  if (part === 'waiting') return undefined
  if (part === 'judge') return <ActLink page={page} title={title} label={t.accept} />
  if (part === 'climbed') return <ActLink page={page} title={title} label={t.look} />
  return <ActLink page={page} title={title} act="report" label={t.report} />
}

function useNote({ part }: DayLine, { row, push, upstream }: DayNode) {
  const t = useWords(words)
  const isKept = useOutbox().some(({ stream }) => stream === row.node)
  if (part === 'judge' || part === 'climbed') return undefined
  if (part === 'waiting') {
    if (upstream.length > 0) return <UpstreamNote upstream={upstream} />
    return row.state === 'submitted' ? t.judged : t.waitsOn(row.waitsOn.join('、'))
  }
  if (push) return <PushNote push={push} />
  if (isKept) return t.kept
  return row.state === 'returned' ? dotted(t.returned, row.projectTitle) : undefined
}

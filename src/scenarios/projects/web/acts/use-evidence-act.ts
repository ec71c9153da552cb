import type { Sender } from '#platform/web/outbox/send-acts.ts'
import { useOutboxAct } from '#platform/web/outbox/use-outbox-act.ts'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { touched } from '../api.ts'

const words = {
  kept: ['已存在本机，待联网发送', 'Kept on this device, to be sent once the network is back'],
} as const

type EvidenceAct = {
  readonly kind: string
  readonly node: string
  /** As the outbox shows it. */
  readonly title: string
  readonly told: string
  readonly send: Sender
  readonly onDone: () => void
}

/** An act on a node with evidence, with or without network: tells what became of it and leaves the form. */
export function useEvidenceAct<I>({ kind, node, title, told, send, onDone }: EvidenceAct) {
  const t = useWords(words)
  const tell = useNotice()
  return useOutboxAct<I>({
    kind,
    stream: node,
    title,
    send,
    touches: touched,
    onDone: (outcome) => {
      tell(outcome === 'kept' ? t.kept : told)
      onDone()
    },
  })
}

import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import { tellParty } from '../names.ts'
import { ReasonForm } from './reason-form.tsx'
import { useActCommand } from './use-act.ts'

const words = {
  lead: [
    (owner: string) => `退回给 ${owner}，灯转为黄色，时限继续计算。`,
    (owner: string) => `It goes back to ${owner}; the lamp turns yellow and the clock runs on.`,
  ],
  reason: ['退回理由', 'Reason'],
  hint: ['哪里不符合要求、改到什么程度可以通过。', 'What does not fit, and what would.'],
  send: ['退回', 'Return'],
  done: ['已退回', 'Returned'],
} as const

/** Returns the deliverable with a reason. */
export function ReturnForm({ node, onDone }: { readonly node: NodeDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const act = useActCommand(api.return.call, t.done, onDone)
  return (
    <ReasonForm
      lead={t.lead(tellParty(node.owner))}
      label={t.reason}
      hint={t.hint}
      send={t.send}
      danger
      act={act}
      onReason={(reason) => act.mutate({ node: node.node, reason })}
    />
  )
}

import { useState } from 'react'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import { ActForm } from './act-form.tsx'
import { useActCommand } from './use-act.ts'

const words = {
  lead: [
    (titles: string) => `验收后本节点办结${titles ? `，并自动推送给后续节点：${titles}` : ''}。`,
    (titles: string) => `The node is done then${titles ? `, and these are pushed on: ${titles}` : ''}.`,
  ],
  note: ['验收意见（可不填）', 'Remark, if any'],
  send: ['验收通过', 'Accept'],
  done: ['已验收，后续节点已推送', 'Accepted; the next nodes are pushed on'],
} as const

/** Accepts the deliverable. */
export function AcceptForm({ node, onDone }: { readonly node: NodeDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const accept = useActCommand(api.accept.call, t.done, onDone)
  return (
    <ActForm
      lead={t.lead(node.successors.map(({ title }) => title).join('、'))}
      label={t.send}
      busy={accept.isPending}
      error={accept.error}
      onSubmit={() => accept.mutate({ node: node.node, note: note.trim() })}
    >
      <TextArea label={t.note} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
    </ActForm>
  )
}

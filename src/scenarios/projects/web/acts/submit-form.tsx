import { useState } from 'react'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../../contract/views.ts'
import { tellParty } from '../names.ts'
import { ActForm } from './act-form.tsx'
import { type SubmissionInput, send } from './send-submission.ts'
import { useEvidenceAct } from './use-evidence-act.ts'

const words = {
  lead: [
    (deliverable: string, acceptor: string) => `交付成果：${deliverable}。提交后时限停止计算，由 ${acceptor} 验收。`,
    (deliverable: string, acceptor: string) =>
      `Deliverable: ${deliverable}. Its clock stops; ${acceptor} is to accept it.`,
  ],
  note: ['成果说明', 'What is delivered'],
  evidence: ['至少一份：照片、批文、验收单等。', 'At least one: a photograph, an approval, a protocol.'],
  send: ['提交成果', 'Submit'],
  title: [(title: string) => `提交成果：${title}`, (title: string) => `Submission: ${title}`],
  done: ['成果已提交，等待验收', 'Submitted, to be accepted'],
} as const

/** Submits the deliverable with its evidence. */
export function SubmitForm({ node, onDone }: { readonly node: NodeDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const uploads = useUploads()
  const submit = useEvidenceAct<SubmissionInput>({
    kind: 'projects.submit',
    node: node.node,
    title: t.title(node.title),
    told: t.done,
    send,
    onDone,
  })
  return (
    <ActForm
      lead={t.lead(node.deliverable, tellParty(node.acceptor))}
      label={t.send}
      busy={submit.isPending}
      blocked={uploads.isSending || uploads.isRefused || uploads.items.length === 0}
      error={submit.error}
      onSubmit={() => submit.mutate({ input: { node: node.node, note: note.trim() }, uploads })}
    >
      <TextArea
        label={t.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        rows={3}
      />
      <EvidencePicker uploads={uploads} hint={t.evidence} later />
    </ActForm>
  )
}

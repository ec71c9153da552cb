import { useState } from 'react'
import { ActForm } from '#platform/web/parts/act-form.tsx'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import { tellParty } from '../names.ts'
import { useActCommand } from '../use-act.ts'

const words = {
  reportLead: ['反馈办到哪一步、卡在哪里；时限继续计算。', 'How far it is, and what holds it up; the clock runs on.'],
  submitLead: [
    (acceptor: string) => `提交后时限停止计算，由 ${acceptor} 验收。`,
    (acceptor: string) => `Its clock stops; ${acceptor} is to accept it.`,
  ],
  note: ['办理情况', 'What was done'],
  any: ['照片或文件，可不传。', 'Photographs or files, if any.'],
  one: ['至少一份：照片、回访记录、文件等。', 'At least one: a photograph, a record, a file.'],
  report: ['反馈', 'Report'],
  submit: ['提交', 'Submit'],
  reported: ['已反馈，记入过程', 'Reported and recorded'],
  submitted: ['已提交，等待验收', 'Submitted, to be accepted'],
} as const

type EvidenceFormProps = { readonly act: 'report' | 'submit'; readonly duty: DutyDetail; readonly onDone: () => void }

/** Reports progress or submits the answer, with evidence. */
export function EvidenceForm({ act, duty, onDone }: EvidenceFormProps) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const uploads = useUploads()
  const isSubmission = act === 'submit'
  const told = isSubmission ? t.submitted : t.reported
  const send = useActCommand(isSubmission ? api.submit.call : api.report.call, told, onDone)
  const isMissing = note.trim().length < 2 || (isSubmission && uploads.files.length === 0)
  return (
    <ActForm
      lead={isSubmission ? t.submitLead(tellParty(duty.acceptor)) : t.reportLead}
      label={t[act]}
      act={send}
      blocked={uploads.isSending || isMissing}
      onSubmit={() => send.mutate({ duty: duty.duty, note: note.trim(), evidence: [...uploads.files] })}
    >
      <TextArea
        label={t.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        required
      />
      <EvidencePicker uploads={uploads} hint={isSubmission ? t.one : t.any} />
    </ActForm>
  )
}

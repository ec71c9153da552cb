import { useState } from 'react'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import { ActForm } from './act-form.tsx'
import { ProgressSlider } from './progress-slider.tsx'
import { useActCommand } from './use-act.ts'

const words = {
  note: ['进展说明', 'What was done'],
  hint: ['做了什么、卡在哪里、需要谁配合。', 'What was done, what holds it up, whose help is needed.'],
  evidence: ['照片或文件，可不传。照片会自动压缩。', 'Photographs or files, if any; photographs are made smaller.'],
  send: [(progress: number) => `填报 ${progress}%`, (progress: number) => `Report ${progress}%`],
  done: [
    (progress: number) => `已填报 ${progress}%，已记入过程`,
    (progress: number) => `${progress}% reported and recorded`,
  ],
} as const

/** Reports progress: how far, what was done, photographs. */
export function ReportForm({ node, onDone }: { readonly node: NodeDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const [progress, setProgress] = useState(node.progress)
  const [note, setNote] = useState('')
  const uploads = useUploads()
  const report = useActCommand(api.report.call, t.done(progress), onDone)
  return (
    <ActForm
      lead={node.title}
      label={t.send(progress)}
      busy={report.isPending}
      blocked={uploads.isSending}
      error={report.error}
      onSubmit={() => report.mutate({ node: node.node, progress, note: note.trim(), evidence: uploads.files })}
    >
      <ProgressSlider from={node.progress} value={progress} onChange={setProgress} />
      <TextArea
        label={t.note}
        hint={t.hint}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        rows={3}
      />
      <EvidencePicker uploads={uploads} hint={t.evidence} />
    </ActForm>
  )
}

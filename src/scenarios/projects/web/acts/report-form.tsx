import { useState } from 'react'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../../contract/views.ts'
import { ActForm } from './act-form.tsx'
import { ProgressSlider } from './progress-slider.tsx'
import { type ReportInput, send } from './send-report.ts'
import { useEvidenceAct } from './use-evidence-act.ts'

const words = {
  note: ['进展说明', 'What was done'],
  hint: ['做了什么、卡在哪里、需要谁配合。', 'What was done, what holds it up, whose help is needed.'],
  evidence: ['照片或文件，可不传。照片会自动压缩。', 'Photographs or files, if any; photographs are made smaller.'],
  send: [(progress: number) => `填报 ${progress}%`, (progress: number) => `Report ${progress}%`],
  title: [
    (title: string, progress: number) => `填报 ${progress}%：${title}`,
    (title: string, progress: number) => `Report ${progress}%: ${title}`,
  ],
  done: [
    (progress: number) => `已填报 ${progress}%，已记入过程`,
    (progress: number) => `${progress}% reported and recorded`,
  ],
} as const

type ReportFormProps = { readonly node: Pick<NodeDetail, 'node' | 'title' | 'progress'>; readonly onDone: () => void }

/** Reports progress: how far, what was done, photographs. Without network it is kept on the device and sent later. */
export function ReportForm({ node, onDone }: ReportFormProps) {
  const t = useWords(words)
  const [progress, setProgress] = useState(node.progress)
  const [note, setNote] = useState('')
  const uploads = useUploads()
  const report = useEvidenceAct<ReportInput>({
    kind: 'projects.report',
    node: node.node,
    title: t.title(node.title, progress),
    told: t.done(progress),
    send,
    onDone,
  })
  return (
    <ActForm
      lead={node.title}
      label={t.send(progress)}
      busy={report.isPending}
      blocked={uploads.isSending || uploads.isRefused}
      error={report.error}
      onSubmit={() => report.mutate({ input: { node: node.node, progress, note: note.trim() }, uploads })}
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
      <EvidencePicker uploads={uploads} hint={t.evidence} later />
    </ActForm>
  )
}

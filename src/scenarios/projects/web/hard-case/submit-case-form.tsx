import { useState } from 'react'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { HardCaseDetail } from '../../contract/hard-cases.ts'
import { ActForm } from '../acts/act-form.tsx'
import { useActCommand } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { hardCaseWords } from './hard-case-words.ts'

type Props = { readonly one: HardCaseDetail; readonly onDone: () => void }

/** Hands in the result of a case with its evidence. */
export function SubmitCaseForm({ one, onDone }: Props) {
  const t = useWords(hardCaseWords)
  const [note, setNote] = useState('')
  const uploads = useUploads()
  const act = useActCommand(api.submitHardCase.call, t.submitted, onDone)
  return (
    <ActForm
      lead={one.goal}
      label={t.submit}
      busy={act.isPending}
      blocked={note.trim().length < 2 || uploads.isSending || uploads.isRefused || uploads.files.length === 0}
      error={act.error}
      onSubmit={() => act.mutate({ case: one.case, note: note.trim(), evidence: [...uploads.files] })}
    >
      <TextArea
        label={t.result}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        required
      />
      <EvidencePicker uploads={uploads} hint={t.evidence} />
    </ActForm>
  )
}

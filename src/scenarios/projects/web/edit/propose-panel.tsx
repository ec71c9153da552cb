import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import { useCommand } from '#platform/web/api/command.ts'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { EditInput, EditPreview } from '../../contract/edits.ts'
import { ActForm } from '../acts/act-form.tsx'
import { api, touched } from '../api.ts'
import css from './edit.module.css'
import { ImpactList } from './impact-list.tsx'

const words = {
  title: ['调整的影响', 'What the change does'],
  lead: [
    '已经亮过的灯留在记录中；调整从批准之时起生效，原计划作为基线永久保留。',
    'Lamps given stay in the record. The change holds from its approval; the plan as it is stays as a baseline.',
  ],
  reason: ['调整理由（必填）', 'Reason (needed)'],
  send: ['提出调整', 'Propose'],
  done: ['调整方案已提出，等待另一位负责人批准', 'Proposed; another head is to approve it'],
} as const

type ProposePanelProps = { readonly input: EditInput; readonly onClose: () => void; readonly onDone: () => void }

/** What the edits would do to a running plan, and the reason for which they are proposed. */
export function ProposePanel({ input, onClose, onDone }: ProposePanelProps) {
  const t = useWords(words)
  const tell = useNotice()
  const [reason, setReason] = useState('')
  const preview = useQuery<EditPreview>({
    queryKey: [...api.previewEdit.key(), input],
    queryFn: () => api.previewEdit.call(input, { context: { idempotencyKey: v7() } }),
    gcTime: 0,
    retry: false,
  })
  const propose = useCommand(api.proposeChange.call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      onDone()
    },
  })
  return (
    <Panel title={t.title} onClose={onClose}>
      <Answered query={preview} skeleton={<Skeleton rows={6} />}>
        {(shown) => (
          <div className={css.panel}>
            <ImpactList preview={shown} />
            <ActForm
              lead={t.lead}
              label={t.send}
              busy={propose.isPending}
              blocked={reason.trim().length < 2}
              error={propose.error}
              onSubmit={() => propose.mutate({ ...input, reason: reason.trim() })}
            >
              <TextArea
                label={t.reason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                maxLength={2000}
                required
              />
            </ActForm>
          </div>
        )}
      </Answered>
    </Panel>
  )
}

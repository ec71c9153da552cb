import { useState } from 'react'
import type { Form } from '#platform/kernel/forms/index.ts'
import { useFormDraft } from '#platform/web/form/form-draft.ts'
import { FormFields } from '#platform/web/form/form-fields.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import { ActForm, useAct } from './act-form.tsx'
import { api } from './api.ts'

const words = {
  complete: ['办完后转到下一步，申请人马上看到进度。', 'The next steps open; the applicant sees it at once.'],
  refuse: [
    '整件不予办理，理由写入决定书，申请人可以申请复议或起诉。',
    'The case is rejected; the reason stands in the decision.',
  ],
  reopen: ['按复议决定重新办理，不通过和没办的步骤重新开始。', 'Steps that refused or were dropped open again.'],
  reorder: [
    '先与银行核实原因已经排除。原流水号先由银行关闭，再用新流水号按原账户、原金额发出；银行查到原来已付的，以原来的为准，不会重复支付。',
    'Make sure with the bank that the cause is gone. Every earlier number is closed first, then the same amount goes to the same account under a new one; what turns out to be paid is not paid again.',
  ],
  list: [
    '补正只能一次性告知，请把要补的全部列出，每行一项；补正期间时限暂停。',
    'List everything, one item a line: it can be asked once. The clock stands still.',
  ],
  note: ['办理意见（可不填）', 'Remark, if any'],
  reason: ['理由', 'Reason'],
  items: ['需要补正的内容，每行一项', 'What is missing, one item a line'],
} as const

type Step = CaseView['steps'][number]
type Common = { readonly view: CaseView; readonly onDone: () => void }

/** Completes a step: what it gives, and a remark. */
export function CompleteForm({ view, step, onDone }: Common & { readonly step: Step }) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const draft = useFormDraft(formOfStep(step))
  const act = useAct(api.complete.call, onDone)
  const send = () => {
    const gives = draft.check()
    if (gives) act.mutate({ case: view.case, step: step.step, note: note.trim(), gives: { ...gives } })
  }
  return (
    <ActForm lead={t.complete} act={act} onSubmit={send}>
      <FormFields draft={draft} />
      <TextArea label={t.note} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
    </ActForm>
  )
}

type ReasonFormProps = Common & {
  readonly act: 'refuse' | 'reopen' | 'reorder'
  readonly step?: string | undefined
  readonly outcome?: string | undefined
}

/** Rejects a case at a step, opens it again, or orders its payment anew: with a reason. */
export function ReasonForm({ view, act: kind, step = '', outcome = '', onDone }: ReasonFormProps) {
  const t = useWords(words)
  const [typed, setReason] = useState('')
  const refuse = useAct(api.refuse.call, onDone)
  const reopen = useAct(api.reopen.call, onDone)
  const reorder = useAct(api.reorderPayment.call, onDone)
  const about = { case: view.case, reason: typed.trim() }
  const acts = {
    refuse: { act: refuse, send: () => refuse.mutate({ ...about, step }) },
    reopen: { act: reopen, send: () => reopen.mutate(about) },
    reorder: { act: reorder, send: () => reorder.mutate({ ...about, outcome }) },
  }
  const { act, send } = acts[kind]
  const blocked = about.reason.length < 2
  return (
    <ActForm lead={t[kind]} act={act} danger={kind === 'refuse'} blocked={blocked} onSubmit={send}>
      <TextArea
        label={t.reason}
        value={typed}
        required
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActForm>
  )
}

/** Asks for what is missing, once, with the whole list. */
export function ListForm({ view, step, onDone }: Common & { readonly step: string }) {
  const t = useWords(words)
  const [text, setText] = useState('')
  const act = useAct(api.askCorrection.call, onDone)
  const list = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 2)
  return (
    <ActForm
      lead={t.list}
      act={act}
      blocked={list.length === 0}
      onSubmit={() => act.mutate({ case: view.case, step, list })}
    >
      <TextArea label={t.items} value={text} required rows={6} onChange={(event) => setText(event.target.value)} />
    </ActForm>
  )
}

function formOfStep({ gives }: Step): Form {
  return {
    ...{ $schema: '', type: 'object', required: gives.map(({ field }) => field), additionalProperties: false },
    properties: Object.fromEntries(gives.map(({ field, schema }) => [field, schema])) as Form['properties'],
  }
}

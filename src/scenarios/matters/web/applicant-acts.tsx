import { type ReactNode, useState } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { TitledPicker } from '#platform/web/parts/titled-picker.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import { AccountForm } from './account-form.tsx'
import { ActForm, useAct } from './act-form.tsx'
import { api } from './api.ts'
import css from './cases.module.css'

const actWords = {
  correct: ['收下补正', 'Take the correction'],
  supply: ['收下材料', 'Take the paper'],
  withdraw: ['代为撤回', 'Withdraw for them'],
  account: ['更正收款账户', 'Correct the account'],
} as const

const words = {
  lead: [
    '本单位收的件：申请人来补交、更正、撤回的，核对本人后在这里办。',
    'Taken by your unit: what the applicant brings, or takes back, is done here once you have checked who they are.',
  ],
  named: [(act: string, name: string) => `${act}：${name}`, (act: string, name: string) => `${act}: ${name}`],
  correct: [
    '按补正清单收齐再提交；提交后这一步的时限继续走。',
    'Take all that is on the list; the clock of the step goes on.',
  ],
  supply: [
    '部门给不出的数据，由申请人交纸质材料代替，改由人工审核。',
    'Paper in place of what no department gave; a person judges then.',
  ],
  withdraw: ['撤回后这一件即告结束，申请人可以另行申请。', 'The case ends with it; the applicant may ask again.'],
  asked: ['补正清单', 'What was asked for'],
  note: ['说明（可不填）', 'A note, if any'],
  reason: ['撤回原因', 'Reason'],
} as const

type Act = keyof typeof actWords
type FormProps = { readonly view: CaseView; readonly of: string; readonly onDone: () => void }

/** What whoever took a case does when its applicant comes back; nothing where there is nothing to do. */
export function ApplicantActs({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const acts = useWords(actWords)
  const [{ for: open, of = '' }, change] = useAddress<{ for?: string; of?: string }>()
  const offered = offeredOf(view)
  const close = () => change({ for: undefined, of: undefined })
  const current = offered.find(({ act, id }) => act === open && id === of)
  if (offered.length === 0) return null
  const Form = current && forms[current.act]
  return (
    <div className={css.small}>
      <p className={css.note}>{t.lead}</p>
      <div className={css.buttons}>
        {offered.map(({ act, id, name }) => (
          <Button key={`${act} ${id}`} onClick={() => change({ for: act, of: id || undefined })}>
            {name ? t.named(acts[act], name) : acts[act]}
          </Button>
        ))}
      </div>
      {Form && (
        <Panel title={acts[current.act]} onClose={close}>
          <Form view={view} of={of} onDone={close} />
        </Panel>
      )}
    </div>
  )
}

function offeredOf({ steps, materials, outcomes, may }: CaseView) {
  const returned = outcomes.filter((one) => one.may.includes('correct-account'))
  const wanted = may.includes('supply') ? materials.filter(({ state, paper }) => state === 'wanted' && paper) : []
  return [
    ...steps
      .filter((step) => step.may.includes('correct'))
      .map(({ step, name }) => ({ act: 'correct' as Act, id: step, name })),
    ...returned.map(({ outcome, name }) => ({ act: 'account' as Act, id: outcome, name })),
    ...wanted.map(({ material, name }) => ({ act: 'supply' as Act, id: material, name })),
    ...(may.includes('withdraw') ? [{ act: 'withdraw' as Act, id: '', name: '' }] : []),
  ]
}

function CorrectForm({ view, of, onDone }: FormProps) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly string[] | undefined>([])
  const act = useAct(api.correctFor.call, onDone)
  const asked = view.steps.find(({ step }) => step === of)?.asked ?? []
  const isEmpty = files?.length === 0 && note.trim() === ''
  const send = () => act.mutate({ case: view.case, step: of, note: note.trim(), files: [...(files ?? [])] })
  return (
    <ActForm lead={t.correct} act={act} blocked={files === undefined || isEmpty} onSubmit={send}>
      <div className={css.small}>
        <h3>{t.asked}</h3>
        <ol className={css.plain}>
          {asked.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <TitledPicker title="" required onChange={setFiles} />
      <TextArea label={t.note} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
    </ActForm>
  )
}

function SupplyForm({ view, of, onDone }: FormProps) {
  const t = useWords(words)
  const [files, setFiles] = useState<readonly string[] | undefined>([])
  const act = useAct(api.supplyFor.call, onDone)
  const name = view.materials.find(({ material }) => material === of)?.name ?? ''
  const send = () => act.mutate({ case: view.case, material: of, files: [...(files ?? [])] })
  return (
    <ActForm lead={t.supply} act={act} blocked={!files?.length} onSubmit={send}>
      <TitledPicker title={name} required onChange={setFiles} />
    </ActForm>
  )
}

function WithdrawForm({ view, onDone }: FormProps) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const act = useAct(api.withdrawFor.call, onDone)
  const send = () => act.mutate({ case: view.case, reason: reason.trim() })
  return (
    <ActForm lead={t.withdraw} act={act} danger blocked={reason.trim().length < 2} onSubmit={send}>
      <TextArea
        label={t.reason}
        value={reason}
        required
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActForm>
  )
}

const forms: Readonly<Record<Act, (props: FormProps) => ReactNode>> = {
  correct: CorrectForm,
  supply: SupplyForm,
  withdraw: WithdrawForm,
  account: AccountForm,
}

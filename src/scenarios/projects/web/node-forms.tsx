import type { ReactNode } from 'react'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../contract/views.ts'
import { type Act, useAct } from './act-address.ts'
import { AcceptForm } from './acts/accept-form.tsx'
import { AppealForm } from './acts/appeal-form.tsx'
import { ReportForm } from './acts/report-form.tsx'
import { ReturnForm } from './acts/return-form.tsx'
import { SubmitForm } from './acts/submit-form.tsx'
import { WhyPanel } from './why-panel.tsx'

/** The answer to an objection stands beside the objection. */
type FormAct = Exclude<Act, 'answer'>

const titles = {
  report: ['填报进度', 'Report progress'],
  submit: ['提交成果', 'Submit the deliverable'],
  accept: ['验收通过', 'Accept the deliverable'],
  return: ['退回成果', 'Return the deliverable'],
  appeal: ['对这盏灯有异议', 'Disagree with this lamp'],
  why: ['为什么是这盏灯', 'Why this lamp'],
} as const satisfies Record<FormAct, readonly [string, string]>

type Form = (props: { readonly node: NodeDetail; readonly onDone: () => void }) => ReactNode

const forms: Record<FormAct, Form> = {
  report: ReportForm,
  submit: SubmitForm,
  accept: AcceptForm,
  return: ReturnForm,
  appeal: AppealForm,
  why: WhyPanel,
}

/** The form of the act that the address names, at the side of the record. */
export function NodeForms({ node }: { readonly node: NodeDetail }) {
  const t = useWords(titles)
  const { act, close, done } = useAct()
  if (!act || act === 'answer' || !isOpenTo(node, act)) return null
  const Form = forms[act]
  return (
    <Panel title={t[act]} onClose={close}>
      <Form node={node} onDone={done} />
    </Panel>
  )
}

function isOpenTo({ may }: NodeDetail, act: FormAct): boolean {
  return act === 'why' || may[act]
}

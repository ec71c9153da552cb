import type { ReactNode } from 'react'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../contract/views.ts'
import { actWords } from './duty-acts.tsx'
import { DecideForm } from './forms/decide-form.tsx'
import { DelegateForm } from './forms/delegate-form.tsx'
import { EvidenceForm } from './forms/evidence-form.tsx'
import { AppealForm, ExtendForm } from './forms/limit-forms.tsx'
import { WordsForm } from './forms/words-form.tsx'
import { type PanelAct, useAct } from './use-act.ts'
import { WhyPassed } from './why-passed.tsx'

const titles = {
  ...actWords,
  decide: ['答复申请', 'Decide the request'],
  why: ['为什么升级', 'Why it climbed'],
} as const

/** The form of the act that the address names, at the side of the record. */
export function DutyForms({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(titles)
  const { act, close } = useAct()
  if (!act || !isOpenTo(duty, act)) return null
  return (
    <Panel title={t[act]} onClose={close}>
      {formOf(act, duty, close)}
    </Panel>
  )
}

function formOf(act: PanelAct, duty: DutyDetail, onDone: () => void): ReactNode {
  switch (act) {
    case 'report':
    case 'submit':
      return <EvidenceForm act={act} duty={duty} onDone={onDone} />
    case 'accept':
    case 'return':
    case 'remind':
    case 'dispute':
    case 'withdraw':
      return <WordsForm act={act} duty={duty} onDone={onDone} />
    case 'delegate':
      return <DelegateForm duty={duty} onDone={onDone} />
    case 'extend':
      return <ExtendForm duty={duty} onDone={onDone} />
    case 'appeal':
      return <AppealForm duty={duty} onDone={onDone} />
    case 'decide':
      return <DecideForm duty={duty} onDone={onDone} />
    case 'why':
      return <WhyPassed duty={duty} />
    default:
      return null
  }
}

function isOpenTo({ may, requests, passings }: DutyDetail, act: PanelAct): boolean {
  if (act === 'why') return passings.length > 0
  return act === 'decide' ? requests.some(({ mayDecide }) => mayDecide) : may.includes(act)
}

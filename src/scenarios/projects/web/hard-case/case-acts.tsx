import { useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { HardCaseDetail } from '../../contract/hard-cases.ts'
import { ReasonForm } from '../acts/reason-form.tsx'
import { useActCommand } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { ClaimForm } from './claim-form.tsx'
import css from './hard-case.module.css'
import { hardCaseWords } from './hard-case-words.ts'
import { SubmitCaseForm } from './submit-case-form.tsx'

const acts = ['claim', 'submit', 'accept', 'return', 'withdraw'] as const
type Act = (typeof acts)[number]

/** What the present post can do with a case; each act opens its form beside. */
export function CaseActs({ one }: { readonly one: HardCaseDetail }) {
  const t = useWords(hardCaseWords)
  const [open, setOpen] = useState<Act>()
  const may: Record<Act, boolean> = {
    ...{ claim: one.may.claim, submit: one.may.submit, withdraw: one.may.publish },
    ...{ accept: one.may.judge, return: one.may.judge },
  }
  const close = () => setOpen(undefined)
  if (!acts.some((act) => may[act])) return null
  return (
    <div className={css.acts}>
      {acts
        .filter((act) => may[act])
        .map((act) => (
          <Button key={act} look={act === 'withdraw' ? 'danger' : 'main'} onClick={() => setOpen(act)}>
            {t[act]}
          </Button>
        ))}
      {open && (
        <Panel title={t[open]} onClose={close}>
          {open === 'claim' && <ClaimForm id={one.case} onDone={close} />}
          {open === 'submit' && <SubmitCaseForm one={one} onDone={close} />}
          {open !== 'claim' && open !== 'submit' && <NoteForm act={open} one={one} onDone={close} />}
        </Panel>
      )}
    </div>
  )
}

type NoteProps = {
  readonly act: Exclude<Act, 'claim' | 'submit'>
  readonly one: HardCaseDetail
  readonly onDone: () => void
}

function NoteForm({ act, one, onDone }: NoteProps) {
  const t = useWords(hardCaseWords)
  const accept = useActCommand(api.acceptHardCase.call, t.done, onDone)
  const giveBack = useActCommand(api.returnHardCase.call, t.done, onDone)
  const withdraw = useActCommand(api.withdrawHardCase.call, t.done, onDone)
  const id = one.case
  const send = {
    accept: (note: string) => accept.mutate({ case: id, note }),
    return: (reason: string) => giveBack.mutate({ case: id, reason }),
    withdraw: (reason: string) => withdraw.mutate({ case: id, reason }),
  }
  const states = { accept, return: giveBack, withdraw }
  return (
    <ReasonForm
      lead={act === 'accept' ? t.acceptLead : one.goal}
      label={act === 'accept' ? t.opinion : t.reason}
      hint=""
      send={t[act]}
      danger={act === 'withdraw'}
      act={states[act]}
      onReason={send[act]}
    />
  )
}

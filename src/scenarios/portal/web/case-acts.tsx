import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import { MaterialPicker } from './material-picker.tsx'
import css from './portal.module.css'

const words = {
  asked: [(step: string) => `“${step}”请您补充`, (step: string) => `“${step}” asks you for more`],
  note: ['说明（选填）', 'A note (optional)'],
  correct: ['提交补充', 'Send'],
  absent: [
    (name: string) => `部门暂时给不出“${name}”，您可以自己提供`,
    (name: string) => `“${name}” cannot be had at present; you may provide it`,
  ],
  instead: [(name: string) => `不同意查询的，可以自己提供“${name}”`, (name: string) => `Or provide “${name}” yourself`],
  supply: ['提供这份材料', 'Provide it'],
  consent: [
    (owner: string, name: string) => `同意向${owner}查询“${name}”？`,
    (owner: string, name: string) => `May “${name}” be looked up at ${owner}?`,
  ],
  consentLead: [
    '只为办这件事查询，谁查了、查了什么您都看得到，随时可以撤回；不同意就自己提供。',
    'Only for this case; you see who looked at what, and may take it back at any time. Or provide the paper yourself.',
  ],
  agree: ['同意查询', 'I agree'],
  withdraw: ['撤回申请', 'Withdraw the request'],
  reason: ['撤回原因', 'Reason'],
  sure: ['确认撤回', 'Withdraw'],
} as const

/** What only I can do about my case: answer what was asked, agree, bring a paper that data could not. */
export function CaseActs({ view }: { readonly view: CaseView }) {
  return (
    <>
      {view.steps
        .filter(({ may }) => may.includes('correct'))
        .map((step) => (
          <Correction key={step.step} id={view.case} step={step} />
        ))}
      {view.materials
        .filter((material) => material.asksConsent)
        .map((material) => (
          <Consent key={material.material} id={view.case} material={material} />
        ))}
      {view.may.includes('supply') &&
        view.materials
          .filter(({ state, paper }) => state === 'wanted' && paper)
          .map((material) => <Supply key={material.material} id={view.case} material={material} />)}
    </>
  )
}

const touches = [mattersApi.myCase.key(), mattersApi.mine.key()]

function Consent({ id, material }: { readonly id: string; readonly material: CaseView['materials'][number] }) {
  const t = useWords(words)
  const agree = useCommand(mattersApi.agree.call, { touches })
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.consent(material.byData?.owner ?? '', material.byData?.name ?? material.name)}</h2>
      <p className={css.note}>{t.consentLead}</p>
      <FailureMessage error={agree.error} />
      <Button
        look="main"
        wide
        busy={agree.isPending}
        onClick={() => agree.mutate({ case: id, material: material.material })}
      >
        {t.agree}
      </Button>
    </section>
  )
}

function Correction({ id, step }: { readonly id: string; readonly step: CaseView['steps'][number] }) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly string[]>([])
  const correct = useCommand(mattersApi.correct.call, { touches })
  const send = (event: FormEvent) => {
    event.preventDefault()
    correct.mutate({ case: id, step: step.step, note, files: [...files] })
  }
  return (
    <form className={css.panel} onSubmit={send}>
      <h2 className={css.heading}>{t.asked(step.name)}</h2>
      <ol className={css.list}>
        {step.asked.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <MaterialPicker material={{ name: '', required: true }} onChange={setFiles} />
      <TextArea label={t.note} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
      <FailureMessage error={correct.error} />
      <Button type="submit" look="main" wide busy={correct.isPending}>
        {t.correct}
      </Button>
    </form>
  )
}

function Supply({ id, material }: { readonly id: string; readonly material: CaseView['materials'][number] }) {
  const t = useWords(words)
  const [files, setFiles] = useState<readonly string[]>([])
  const supply = useCommand(mattersApi.supply.call, { touches })
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{(material.asksConsent ? t.instead : t.absent)(material.name)}</h2>
      <MaterialPicker material={material} onChange={setFiles} />
      <FailureMessage error={supply.error} />
      <Button
        wide
        disabled={files.length === 0}
        busy={supply.isPending}
        onClick={() => supply.mutate({ case: id, material: material.material, files: [...files] })}
      >
        {t.supply}
      </Button>
    </section>
  )
}

/** Taking the request back: possible until it is decided, at the foot of the page. */
export function Withdrawal({ id }: { readonly id: string }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const withdraw = useCommand(mattersApi.withdraw.call, { touches })
  const send = (event: FormEvent) => {
    event.preventDefault()
    withdraw.mutate({ case: id, reason })
  }
  return (
    <details className={css.panel}>
      <summary>{t.withdraw}</summary>
      <form className={css.section} onSubmit={send}>
        <TextArea
          label={t.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          minLength={2}
          maxLength={2000}
          required
        />
        <FailureMessage error={withdraw.error} />
        <Button type="submit" look="danger" wide busy={withdraw.isPending}>
          {t.sure}
        </Button>
      </form>
    </details>
  )
}

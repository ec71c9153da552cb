import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { checkForm, type Form } from '#platform/kernel/forms/index.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { type Filled, useFormDraft } from '#platform/web/form/form-draft.ts'
import { FormFields, focusField } from '#platform/web/form/form-fields.tsx'
import type { TabDraft } from '#platform/web/form/tab-draft.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useResident } from '#platform/web/residents/resident-session.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import { ApplyMaterials } from './apply-materials.tsx'
import type { Whom } from './for-whom.tsx'
import { useKeptDraft } from './kept-draft.ts'
import css from './portal.module.css'

const words = {
  brought: ['已由数据带来，请核对', 'Brought by data; please check'],
  ask: ['请填写', 'Please fill in'],
  faults: [(count: number) => `还有 ${count} 项要填写或改正`, (count: number) => `${count} left to fill in or correct`],
  asked: [
    (owners: string) =>
      `提交后，系统为办这件事向${owners}查询，不用您交证明；查了什么，您在“谁看过我的数据”里都看得到。`,
    (owners: string) => `For this alone ${owners} will be asked, instead of papers from you; you see every look.`,
  ],
  submit: ['提交', 'Submit'],
} as const

type ApplyFormProps = {
  readonly view: MatterView
  readonly form: Form
  readonly whom: Whom
  readonly filled: Readonly<Record<string, Filled>>
  /** What was typed and brought before. */
  readonly before: TabDraft | undefined
}

/** The one form: what data brought, what is left to ask, what only the applicant has. */
export function ApplyForm({ view, form, whom, filled, before }: ApplyFormProps) {
  const t = useWords(words)
  const draft = useFormDraft(form, { filled, typed: before?.form })
  const [materials, setMaterials] = useState(before?.materials ?? {})
  const navigate = useNavigate()
  const { resident } = useResident()
  const kept = useKeptDraft({ resident, matter: view.matter, whom }, { form: draft.values, materials }, filled)
  const submit = useCommand(mattersApi.submit.call, {
    touches: [mattersApi.mine.key()],
    onDone: ({ case: id }) => {
      kept.forget()
      void navigate({ to: `/portal/cases/${id}` as string, replace: true })
    },
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = draft.check()
    const [first] = checkForm(form, draft.values)
    if (first) focusField(event.currentTarget, first.field)
    const supplied = Object.fromEntries(Object.entries(materials).map(([id, files]) => [id, [...files]]))
    if (values) submit.mutate({ matter: view.matter, form: values, materials: supplied, channel: 'phone', ...whom })
  }
  const fields = Object.keys(form.properties)
  const parts = [
    [t.brought, fields.filter((field) => field in filled)],
    [t.ask, fields.filter((field) => !(field in filled))],
  ] as const
  const owners = [...new Set(view.materials.flatMap(({ byData }) => byData?.owner ?? []))]
  return (
    <form className={css.section} onSubmit={send} noValidate>
      {parts.map(
        ([heading, only]) =>
          only.length > 0 && (
            <section key={heading} className={css.panel}>
              <h2 className={css.heading}>{heading}</h2>
              <FormFields draft={draft} only={only} />
            </section>
          ),
      )}
      <ApplyMaterials view={view} before={before?.materials ?? {}} onChange={setMaterials} />
      {owners.length > 0 && <p className={css.note}>{t.asked(owners.join('、'))}</p>}
      {draft.faults.length > 0 && <p role="alert">{t.faults(draft.faults.length)}</p>}
      <FailureMessage error={submit.error} />
      <Button type="submit" look="main" wide busy={submit.isPending}>
        {t.submit}
      </Button>
    </form>
  )
}

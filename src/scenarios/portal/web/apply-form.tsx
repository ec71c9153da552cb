import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import type { Form } from '#platform/kernel/forms/index.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { type Filled, type FormValue, useFormDraft } from '#platform/web/form/form-draft.ts'
import { FormFields } from '#platform/web/form/form-fields.tsx'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import type { Whom } from './for-whom.tsx'
import { MaterialPicker } from './material-picker.tsx'
import css from './portal.module.css'

const words = {
  brought: ['已由数据带来，请核对', 'Brought by data; please check'],
  ask: ['请填写', 'Please fill in'],
  bring: ['请提供材料', 'Please provide'],
  faults: [(count: number) => `还有 ${count} 项要填写或改正`, (count: number) => `${count} left to fill in or correct`],
  submit: ['提交', 'Submit'],
} as const

type ApplyFormProps = {
  readonly view: MatterView
  readonly form: Form
  readonly whom: Whom
  readonly filled: Readonly<Record<string, Filled>>
  readonly typed: Readonly<Record<string, FormValue>> | undefined
}

/** The one form: what data brought, what is left to ask, what only the applicant has. */
export function ApplyForm({ view, form, whom, filled, typed }: ApplyFormProps) {
  const t = useWords(words)
  const draft = useFormDraft(form, { filled, typed })
  const [materials, setMaterials] = useState<Readonly<Record<string, readonly string[]>>>({})
  const navigate = useNavigate()
  const isOwn = whom.resident === undefined && whom.enterprise === undefined
  const submit = useCommand(mattersApi.submit.call, {
    touches: [mattersApi.mine.key()],
    onDone: ({ case: id }) => void navigate({ to: `/portal/cases/${id}` as string, replace: true }),
  })
  useKeptDraft(view.matter, draft.values, isOwn && !submit.isSuccess)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const values = draft.check()
    const supplied = Object.fromEntries(Object.entries(materials).map(([id, files]) => [id, [...files]]))
    if (values)
      submit.mutate({
        matter: view.matter,
        form: values,
        materials: supplied,
        channel: 'phone',
        ...whom,
      })
  }
  const fields = Object.keys(form.properties)
  const parts = [
    [t.brought, fields.filter((field) => field in filled)],
    [t.ask, fields.filter((field) => !(field in filled))],
  ] as const
  const byHand = view.materials.filter(({ byData }) => byData === null)
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
      {byHand.length > 0 && (
        <section className={css.panel}>
          <h2 className={css.heading}>{t.bring}</h2>
          {byHand.map((material) => (
            <MaterialPicker
              key={material.material}
              material={material}
              onChange={(files) => setMaterials((all) => ({ ...all, [material.material]: files }))}
            />
          ))}
        </section>
      )}
      {draft.faults.length > 0 && <p role="alert">{t.faults(draft.faults.length)}</p>}
      <FailureMessage error={submit.error} />
      <Button type="submit" look="main" wide busy={submit.isPending}>
        {t.submit}
      </Button>
    </form>
  )
}

const pauseMilliseconds = 1500

/** Keeps what was typed on the server, a moment after the last key. */
function useKeptDraft(matter: string, form: Readonly<Record<string, FormValue>>, isKept: boolean): void {
  const text = JSON.stringify(form)
  useEffect(() => {
    if (!isKept || text === '{}') return
    const save = () =>
      void mattersApi.saveDraft.call({ matter, form: JSON.parse(text), materials: {} }).catch(() => undefined)
    const timer = setTimeout(save, pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [matter, text, isKept])
}

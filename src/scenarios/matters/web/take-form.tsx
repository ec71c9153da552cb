import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Form } from '#platform/kernel/forms/index.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { isProblem } from '#platform/web/api/failure.ts'
import { useFormDraft } from '#platform/web/form/form-draft.ts'
import { FormFields } from '#platform/web/form/form-fields.tsx'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TitledPicker } from '#platform/web/parts/titled-picker.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '../contract/views.ts'
import { api, touched } from './api.ts'
import css from './cases.module.css'
import { useWho, WhoFields } from './who-fields.tsx'

const words = {
  who: ['谁来办', 'Who asks'],
  form: ['申请内容', 'What is asked'],
  none: ['这个事项不需要再填别的。', 'Nothing else is to be filled in.'],
  hand: ['数据带不来、须当面收的材料', 'What only the applicant can hand in'],
  rename: [
    '已再次核对身份证，按证件更正以前窗口登记的姓名',
    'The card was looked at again: correct the name that a window wrote',
  ],
  send: ['收件', 'Take the request'],
  done: [(number: string) => `已收件，受理编号 ${number}`, (number: string) => `Taken: ${number}`],
} as const

/** The form of the window: who asks, the matter's form, what cannot come by data. */
export function TakeForm({ matter }: { readonly matter: MatterView }) {
  const t = useWords(words)
  const who = useWho(matter)
  const [rename, setRename] = useState(false)
  const draft = useFormDraft(matter.form as unknown as Form)
  const [papers, setPapers] = useState<Readonly<Record<string, readonly string[] | undefined>>>({})
  const take = useTake()
  const handed = matter.materials.filter(({ byData }) => byData === null)
  const isSending = Object.values(papers).some((files) => files === undefined)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const form = draft.check()
    if (form === undefined) return
    const materials = Object.fromEntries(
      Object.entries(papers).flatMap(([material, files]) => (files?.length ? [[material, [...files]]] : [])),
    )
    const applicant = who.applicant()
    if (applicant === undefined) return
    const asked = applicant.kind === 'person' ? { ...applicant, rename } : applicant
    take.mutate({ matter: matter.matter, applicant: asked, form: { ...form }, materials })
  }
  return (
    <form className={css.stack} onSubmit={send}>
      <Card title={t.who}>
        <WhoFields who={who} />
      </Card>
      <Card title={t.form}>
        {Object.keys(matter.form.properties).length === 0 ? (
          <p className={css.note}>{t.none}</p>
        ) : (
          <FormFields draft={draft} />
        )}
      </Card>
      {handed.length > 0 && (
        <Card title={t.hand}>
          <div className={css.form}>
            {handed.map(({ material, name, required }) => (
              <TitledPicker
                key={material}
                title={name}
                required={required}
                onChange={(files) => setPapers((before) => ({ ...before, [material]: files }))}
              />
            ))}
          </div>
        </Card>
      )}
      <FailureMessage error={take.error} />
      {(rename || isProblem(take.error, 'residents.identity.otherwise')) && (
        <Rename checked={rename} onChange={setRename} />
      )}
      <Button type="submit" look="main" busy={take.isPending} disabled={isSending} wide>
        {t.send}
      </Button>
    </form>
  )
}

/** Once the card was looked at again: what an earlier window mistyped is put right. */
function Rename({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const t = useWords(words)
  return (
    <label className={css.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {t.rename}
    </label>
  )
}

function useTake() {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  return useCommand(api.accept.call, {
    touches: touched,
    onDone: ({ case: id, number }) => {
      tell(t.done(number))
      void navigate({ to: `/cases/${id}` })
    },
  })
}

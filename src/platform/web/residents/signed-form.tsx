import { type FormEvent, useState } from 'react'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { EvidencePicker } from '../parts/evidence-picker.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useUploads } from '../parts/upload-list.ts'
import { useNotice } from '../shell/notice.tsx'
import { useWords } from '../words/words.ts'
import { CardFields, noCard } from './card-fields.tsx'
import { mandateApi } from './mandate-api.ts'
import { days, endOfDays } from './mandate-form.tsx'
import { type ChosenMatters, MatterChoice } from './matter-choice.tsx'
import css from './resident-forms.module.css'

const words = {
  phone: ['手机号（可不填）', 'Phone, if any'],
  until: ['多久', 'For how long'],
  month: ['1 个月', '1 month'],
  half: ['半年', '6 months'],
  year: ['1 年', '1 year'],
  file: ['本人签字的同意书（照片或 PDF）', 'The form that they signed, as a photograph or PDF'],
  missing: ['先选事项，并放上签字的同意书。', 'Choose the matters and add the signed form first.'],
  keep: ['记下同意', 'Record the consent'],
  done: [(name: string) => `已记下${name}的同意`, (name: string) => `The consent of ${name} is on record`],
} as const

/** A consent on paper, from somebody whose identity card is on the table. */
export function SignedForm() {
  const t = useWords(words)
  const tell = useNotice()
  const [who, setWho] = useState(noCard)
  const [span, setSpan] = useState<keyof typeof days>('half')
  const [matters, setMatters] = useState<ChosenMatters>([])
  const uploads = useUploads()
  const keep = useCommand(mandateApi.recordForm.call, {
    touches: [mandateApi.mineAtWork.key()],
    onDone: (_given, { name }) => {
      tell(t.done(name))
      setWho(noCard)
      for (const item of uploads.items) uploads.remove(item)
    },
  })
  const [file] = uploads.files
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file === undefined) return
    const { name, number, phone } = who
    const terms = { matters: matters && [...matters], until: endOfDays(days[span]) }
    keep.mutate({ name: name.trim(), number, ...(phone !== '' && { phone }), file, ...terms })
  }
  const isMissing = file === undefined || matters?.length === 0
  return (
    <form className={css.form} onSubmit={submit}>
      <CardFields card={who} onChange={setWho} phone={t.phone} />
      <p aria-hidden="true">{t.until}</p>
      <Choice
        label={t.until}
        value={span}
        onChange={setSpan}
        options={(['month', 'half', 'year'] as const).map((value) => ({ value, label: t[value] }))}
      />
      <MatterChoice chosen={matters} onChange={setMatters} applicant="person" />
      <EvidencePicker uploads={uploads} hint={t.file} />
      {isMissing && <p>{t.missing}</p>}
      <FailureMessage error={keep.error} />
      <Button type="submit" look="main" wide busy={keep.isPending} disabled={isMissing || uploads.isSending}>
        {t.keep}
      </Button>
    </form>
  )
}

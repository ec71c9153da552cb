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
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '../contract/views.ts'
import { api, touched } from './api.ts'
import css from './cases.module.css'
import { type KeptAtWindow, useKeptAtWindow } from './kept-at-window.ts'
import { usePapers } from './papers.ts'
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
  kept: [
    (moment: string) => `这是您 ${moment} 没填完的内容。窗口前换了人，请重新填。`,
    (moment: string) => `You left this on ${moment}. If somebody else stands here now, begin anew.`,
  ],
  anew: ['重新填', 'Begin anew'],
  papers: [
    (count: number) => `先前传的 ${count} 个文件还在，会一起提交。`,
    (count: number) => `${count} files from before go with it.`,
  ],
  leave: ['不用先前的', 'Leave them out'],
  send: ['收件', 'Take the request'],
  done: [(number: string) => `已收件，受理编号 ${number}`, (number: string) => `Taken: ${number}`],
} as const

type TakeFormProps = {
  readonly matter: MatterView
  /** What this clerk left of it today. */
  readonly before: KeptAtWindow | undefined
  readonly onAnew: () => void
}

/** The form of the window: who asks, the matter's form, what cannot come by data. */
export function TakeForm({ matter, before, onAnew }: TakeFormProps) {
  const t = useWords(words)
  const who = useWho(matter, before?.applicant)
  const [rename, setRename] = useState(false)
  const draft = useFormDraft(matter.form as unknown as Form, { typed: before?.form })
  const papers = usePapers(before?.materials)
  const kept = useKeptAtWindow(matter.matter, { applicant: who.typed, form: draft.values, materials: papers.there })
  const take = useTake(kept.forget)
  const handed = matter.materials.filter(({ byData }) => byData === null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const form = draft.check()
    const applicant = who.applicant()
    if (form === undefined || applicant === undefined) return
    await kept.settle()
    const asked = applicant.kind === 'person' ? { ...applicant, rename } : applicant
    take.mutate({ matter: matter.matter, applicant: asked, form: { ...form }, materials: papers.there })
  }
  return (
    <form className={css.stack} onSubmit={send}>
      {before && <Kept savedAt={before.savedAt} onAnew={onAnew} />}
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
              <Paper key={material} name={name} required={required} papers={papers} material={material} />
            ))}
          </div>
        </Card>
      )}
      <FailureMessage error={take.error} />
      {(rename || isProblem(take.error, 'residents.identity.otherwise')) && (
        <Rename checked={rename} onChange={setRename} />
      )}
      <Button type="submit" look="main" busy={take.isPending} disabled={papers.isSending} wide>
        {t.send}
      </Button>
    </form>
  )
}

/** What was left comes up again; whoever stands at the window now may be somebody else. */
function Kept({ savedAt, onAnew }: { readonly savedAt: string; readonly onAnew: () => void }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <p className={css.kept} role="status">
      {t.kept(dates.moment(savedAt))}
      <Button look="quiet" onClick={onAnew}>
        {t.anew}
      </Button>
    </p>
  )
}

type PaperProps = {
  readonly material: string
  readonly name: string
  readonly required: boolean
  readonly papers: ReturnType<typeof usePapers>
}

function Paper({ material, name, required, papers }: PaperProps) {
  const t = useWords(words)
  const count = papers.before[material]?.length ?? 0
  return (
    <div className={css.small}>
      <TitledPicker title={name} required={required} onChange={(files) => papers.set(material, files)} />
      {count > 0 && (
        <p className={css.note}>
          {t.papers(count)}
          <Button look="quiet" onClick={() => papers.drop(material)}>
            {t.leave}
          </Button>
        </p>
      )}
    </div>
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

function useTake(forget: () => void) {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  return useCommand(api.accept.call, {
    touches: touched,
    onDone: ({ case: id, number }) => {
      forget()
      tell(t.done(number))
      void navigate({ to: `/cases/${id}` })
    },
  })
}

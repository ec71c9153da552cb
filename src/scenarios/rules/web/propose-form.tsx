import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea, TextField } from '#platform/web/parts/field.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ModelDetail, Tried } from '../contract/parts.ts'
import { api, touched } from './api.ts'
import css from './rules.module.css'

const words = {
  lead: [
    '由另一人审批后，从生效之日起受理的件按新版本办；之前受理的仍按原版本。',
    'Once another person approves it, cases submitted from that day on follow it; earlier ones keep theirs.',
  ],
  from: ['生效日期', 'In force from'],
  fromHint: ['最早明天', 'Tomorrow at the earliest'],
  reason: ['修订理由和依据', 'Reason and legal basis'],
  untried: ['还没有试算过，建议先试算。', 'It has not been tried yet; try it first.'],
  tried: [
    (cases: number, changed: number) => `试算过 ${cases} 件，其中 ${changed} 件的结果会变；一并提交。`,
    (cases: number, changed: number) => `Tried on ${cases} cases, ${changed} of which change; this goes with it.`,
  ],
  send: ['提交审批', 'Propose'],
  done: [
    (version: number) => `第 ${version} 版已提交审批`,
    (version: number) => `Version ${version} waits for approval`,
  ],
} as const

type ProposeFormProps = {
  readonly one: ModelDetail
  readonly read: () => Promise<string>
  readonly tried: Tried | undefined
}

/** Proposes what stands in the editor. */
export function ProposeForm({ one, read, tried }: ProposeFormProps) {
  const t = useWords(words)
  const tell = useNotice()
  const [effectiveFrom, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const propose = useCommand(api.propose.call, { touches: touched, onDone: ({ version }) => tell(t.done(version)) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const figures = tried ? { cases: tried.cases, changed: tried.changed, lost: tried.lost } : null
    propose.mutate({ model: one.model, xml: await read(), effectiveFrom, reason, tried: figures })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className={css.note}>{t.lead}</p>
      <TextField
        label={t.from}
        hint={t.fromHint}
        type="date"
        required
        value={effectiveFrom}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextArea
        label={t.reason}
        required
        minLength={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className={css.note}>{tried ? t.tried(tried.cases, tried.changed) : t.untried}</p>
      <FailureMessage error={propose.error} />
      <div>
        <Button type="submit" look="main" busy={propose.isPending}>
          {t.send}
        </Button>
      </div>
    </form>
  )
}

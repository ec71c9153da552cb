import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { LookList } from './look-list.tsx'

const words = {
  lead: [
    '应本人书面要求查询。这次查询本身也会留痕。',
    'At the written request of the person. This look is itself on record.',
  ],
  kind: ['对象', 'Of'],
  person: ['个人', 'Person'],
  enterprise: ['企业', 'Enterprise'],
  number: ['身份号码或统一社会信用代码', 'Identity number or credit code'],
  reason: ['查询理由', 'Reason'],
  ask: ['查询', 'Look'],
  of: [
    (masked: string, count: number) => `${masked} 的数据被查询 ${count} 次（最近 50 次）`,
    (masked: string, count: number) => `${masked}: ${count} look-ups (the last fifty)`,
  ],
  none: [
    (masked: string) => `没有单位查询过 ${masked} 的数据`,
    (masked: string) => `Nobody has looked at the data of ${masked}`,
  ],
} as const

/** Who looked at somebody's data, for somebody who asks for it at the counter. */
export function SubjectLooks() {
  const t = useWords(words)
  const [kind, setKind] = useState<'person' | 'enterprise'>('person')
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const ask = useCommand(api.looksAtSubject.call)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate({ kind, number, reason })
  }
  return (
    <div className={css.form}>
      <form className={css.form} onSubmit={submit}>
        <p className={css.note}>{t.lead}</p>
        <Choice
          label={t.kind}
          value={kind}
          options={[
            { value: 'person', label: t.person },
            { value: 'enterprise', label: t.enterprise },
          ]}
          onChange={setKind}
        />
        <TextField
          label={t.number}
          required
          minLength={5}
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextField
          label={t.reason}
          required
          minLength={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <FailureMessage error={ask.error} />
        <Button type="submit" look="main" busy={ask.isPending}>
          {t.ask}
        </Button>
      </form>
      {ask.data && (
        <>
          <p>{ask.data.looks.length === 0 ? t.none(ask.data.masked) : t.of(ask.data.masked, ask.data.looks.length)}</p>
          <LookList looks={ask.data.looks} />
        </>
      )}
    </div>
  )
}

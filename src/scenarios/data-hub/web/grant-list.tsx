import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { GrantView } from '../contract/parts.ts'
import { api, touched } from './api.ts'
import css from './data.module.css'
import { grantStateWords, groundWords } from './names.ts'

const words = {
  none: ['没有授权：任何单位都查不到。', 'No grant: nobody can look it up.'],
  span: [
    (from: string, until: string) => `${from} 至 ${until}`,
    (from: string, until: string) => `${from} to ${until}`,
  ],
  fields: [(names: string) => `数据项：${names}`, (names: string) => `Fields: ${names}`],
  matters: [(names: string) => `事项：${names}`, (names: string) => `Matters: ${names}`],
  posts: [(names: string) => `岗位：${names}`, (names: string) => `Posts: ${names}`],
  pack: ['县区数据包', 'County pack'],
  operator: ['平台授权', 'By an operator'],
  end: ['终止授权', 'End'],
  reason: ['终止理由', 'Reason'],
  hint: [
    '终止后立即生效，之后的查询会被拒绝；受影响的单位会收到通知。',
    'It ends at once: look-ups are refused from then on, and the unit hears of it.',
  ],
  ended: [(why: string) => `终止理由：${why}`, (why: string) => `Ended: ${why}`],
  done: ['授权已终止', 'The grant has been ended'],
} as const

/** Grants, each with what it allows and how to end it. */
export function GrantList({
  grants,
  withDataset = false,
}: {
  readonly grants: readonly GrantView[]
  readonly withDataset?: boolean
}) {
  const t = useWords(words)
  if (grants.length === 0) return <p className={css.note}>{t.none}</p>
  return (
    <ul className={css.list}>
      {grants.map((grant) => (
        <GrantItem key={grant.grant} grant={grant} withDataset={withDataset} />
      ))}
    </ul>
  )
}

function GrantItem({ grant, withDataset }: { readonly grant: GrantView; readonly withDataset: boolean }) {
  const t = useWords(words)
  const language = useLanguage() === 'zh' ? 0 : 1
  const holds = grant.state === 'holds'
  return (
    <li className={css.item}>
      <div className={css.head}>
        <span className={css.strong}>
          {dotted(withDataset ? grant.datasetName : undefined, grant.organisation.name)}
        </span>
        <span className={`${css.mark} ${holds ? css.good : ''}`}>{grantStateWords[grant.state][language]}</span>
      </div>
      <span className={css.note}>{t.fields(grant.fields.join('、'))}</span>
      <span className={css.note}>
        {dotted(t.matters(grant.matters.join('、')), grant.posts ? t.posts(grant.posts.join('、')) : undefined)}
      </span>
      <span className={css.note}>
        {dotted(groundWords[grant.ground][language], grant.basis, t.span(grant.from, grant.until), t[grant.origin])}
      </span>
      {grant.endedReason && <span className={css.note}>{t.ended(grant.endedReason)}</span>}
      {grant.mayEnd && <EndGrant grant={grant.grant} />}
    </li>
  )
}

function EndGrant({ grant }: { readonly grant: string }) {
  const t = useWords(words)
  const tell = useNotice()
  const [reason, setReason] = useState<string>()
  const end = useCommand(api.endGrant.call, { touches: touched, onDone: () => tell(t.done) })
  if (reason === undefined)
    return (
      <div>
        <Button look="quiet" onClick={() => setReason('')}>
          {t.end}
        </Button>
      </div>
    )
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        end.mutate({ grant, reason })
      }}
    >
      <TextField
        label={t.reason}
        hint={t.hint}
        value={reason}
        minLength={2}
        required
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureMessage error={end.error} />
      <div>
        <Button type="submit" look="danger" busy={end.isPending}>
          {t.end}
        </Button>
      </div>
    </form>
  )
}

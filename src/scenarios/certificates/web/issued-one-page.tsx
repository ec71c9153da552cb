import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { useMay } from '#platform/web/api/session.ts'
import { Button, type ButtonLook } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { IssuedCertificate } from '../contract/views.ts'
import { api, touched } from './api.ts'
import css from './certificate.module.css'
import { lastDay } from './last-day.ts'
import { StateBadge } from './state-badge.tsx'

const words = {
  certificate: ['证照', 'Certificate'],
  back: ['证照签发', 'Certificates'],
  says: ['证照内容（个人信息已脱敏）', 'What it says (personal fields masked)'],
  number: ['证照编号', 'Number'],
  unit: ['签发单位', 'Issued by'],
  issued: ['签发时间', 'Issued'],
  until: ['有效期至', 'Valid until'],
  unlimited: ['长期', 'Unlimited'],
  standing: ['状态', 'State'],
  since: ['变更时间', 'Since'],
  why: ['理由', 'Reason'],
  suspend: ['暂停使用', 'Suspend'],
  resume: ['恢复使用', 'Resume'],
  revoke: ['注销', 'Revoke'],
  reason: ['理由（持证人和存证记录里能看到）', 'Reason (its holder and the record have it)'],
  print: ['打印 PDF', 'PDF to print'],
  done: ['已处理，核验方立即可见', 'Done; verifiers see it at once'],
} as const

type Change = IssuedCertificate['may'][number]
const looks: Readonly<Record<Change, ButtonLook>> = { suspend: 'plain', resume: 'main', revoke: 'danger' }

/** One certificate that my unit issued. */
export function Page() {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const { credential } = useParams({ strict: false }) as { credential: string }
  const query = useQuery(api.issuedOne.queryOptions({ input: { credential } }))
  const title = isChinese ? query.data?.title : query.data?.english
  return (
    <PageFrame
      narrow
      title={title ?? t.certificate}
      lead={query.data?.number ?? ' '}
      back={{ to: '/certificates', label: t.back }}
    >
      <Answered query={query}>{(certificate) => <Record certificate={certificate} />}</Answered>
    </PageFrame>
  )
}

function Record({ certificate }: { readonly certificate: IssuedCertificate }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const dates = useDates()
  const mayIssue = useMay('certificates.issue')
  const [change, setChange] = useState<Change>()
  const { fields, unitName, issuedAt, validUntil, reason, standingAt, may, credential, state } = certificate
  const rows = [
    ...fields.map(({ zh, en, value }) => [isChinese ? zh : en, value] as const),
    [t.unit, unitName] as const,
    [t.issued, dates.moment(issuedAt)] as const,
    [t.until, validUntil ? dates.day(lastDay(validUntil)) : t.unlimited] as const,
    ...(standingAt ? [[t.since, dates.moment(standingAt)] as const, [t.why, reason ?? ''] as const] : []),
  ]
  return (
    <div className={css.record}>
      <Card title={t.says} aside={<StateBadge state={state} />}>
        <Facts rows={rows} />
      </Card>
      <div className={css.acts}>
        {may.map((one) => (
          <Button key={one} look={looks[one]} onClick={() => setChange(one)}>
            {t[one]}
          </Button>
        ))}
        {mayIssue && state === 'valid' && (
          <a className={css.print} href={`/api/certificates/${credential}/paper`} target="_blank" rel="noreferrer">
            {t.print}
          </a>
        )}
      </div>
      {change && <ChangeForm credential={credential} change={change} onClose={() => setChange(undefined)} />}
    </div>
  )
}

type ChangeFormProps = { readonly credential: string; readonly change: Change; readonly onClose: () => void }

function ChangeForm({ credential, change, onClose }: ChangeFormProps) {
  const t = useWords(words)
  const tell = useNotice()
  const [reason, setReason] = useState('')
  const stand = useCommand(api.stand.call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stand.mutate({ credential, change, reason })
  }
  return (
    <Panel title={t[change]} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        <TextArea
          label={t.reason}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          maxLength={500}
          required
        />
        <FailureMessage error={stand.error} />
        <Button
          type="submit"
          look={looks[change] === 'plain' ? 'main' : looks[change]}
          busy={stand.isPending}
          disabled={reason.trim().length < 2}
        >
          {t[change]}
        </Button>
      </form>
    </Panel>
  )
}

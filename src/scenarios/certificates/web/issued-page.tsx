import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { useMay } from '#platform/web/api/session.ts'
import { Button, ButtonLink } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { Queue, useQueueKeys } from '#platform/web/vocabulary/queue.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CertificateLine } from '../contract/views.ts'
import { api } from './api.ts'
import css from './certificate.module.css'
import { lastDay } from './last-day.ts'
import { stateWords } from './names.ts'
import { StateBadge } from './state-badge.tsx'

const words = {
  title: ['证照签发', 'Certificates'],
  lead: ['本单位签发的电子证照，新的在前', 'Certificates that my unit issued, the latest first'],
  issue: ['签发证照', 'Issue one'],
  all: ['全部', 'All'],
  state: ['状态', 'State'],
  sought: ['证照编号、身份号码或信用代码', 'Certificate number, identity number or credit code'],
  search: ['查找', 'Search'],
  none: ['没有找到证照', 'Nothing found'],
  noneHint: ['证照编号和身份号码须填完整。', 'Numbers are to be written whole.'],
  issued: [(day: string) => `${day} 签发`, (day: string) => `issued ${day}`],
  until: [(day: string) => `至 ${day}`, (day: string) => `until ${day}`],
  unlimited: ['长期', 'unlimited'],
} as const

type State = CertificateLine['state']
type Sought = { state?: State; number?: string }
const states = ['valid', 'suspended', 'revoked', 'expired'] as const

/** 证照签发: what my unit issued. */
export function Page() {
  const t = useWords(words)
  const named = useWords(stateWords)
  const [sought, change] = useAddress<Sought>()
  const mayIssue = useMay('certificates.issue')
  useQueueKeys()
  // An identity number does not belong in an address.
  const [holder, setHolder] = useState<string>()
  const { state, number } = sought
  const input = { ...(state && { state }), ...(number && { number }), ...(holder && { holder }) }
  const query = useQuery(api.issued.queryOptions({ input }))
  return (
    <PageFrame
      title={t.title}
      lead={t.lead}
      actions={mayIssue && <ButtonLink to="/certificates/new">{t.issue}</ButtonLink>}
    >
      <div className={css.filters}>
        <Choice
          label={t.state}
          value={state ?? 'all'}
          options={[{ value: 'all', label: t.all }, ...states.map((value) => ({ value, label: named[value] }))]}
          onChange={(value: State | 'all') => change({ state: value === 'all' ? undefined : value })}
        />
        <Search
          sought={number ?? ''}
          onSought={(found) => {
            change({ number: found.number })
            setHolder(found.holder)
          }}
        />
      </div>
      <Answered query={query}>
        {({ certificates }) =>
          certificates.length === 0 ? (
            <EmptyState icon="seal" title={t.none}>
              {t.noneHint}
            </EmptyState>
          ) : (
            <Queue label={t.title} items={certificates} keyOf={({ credential }) => credential}>
              {(certificate) => <CertificateRow certificate={certificate} />}
            </Queue>
          )
        }
      </Answered>
    </PageFrame>
  )
}

type Found = { readonly number: string | undefined; readonly holder: string | undefined }
type SearchProps = { readonly sought: string; readonly onSought: (found: Found) => void }

/** A certificate's number begins with C and has hyphens; anything else is its holder's. */
function Search({ sought, onSought }: SearchProps) {
  const t = useWords(words)
  const [text, setText] = useState(sought)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plain = text.trim()
    const isNumber = /^C\d{4}-/i.test(plain)
    onSought({
      number: isNumber ? plain.toUpperCase() : undefined,
      holder: isNumber || plain === '' ? undefined : plain,
    })
  }
  return (
    <form className={css.search} onSubmit={submit}>
      <TextField label={t.sought} value={text} onChange={(e) => setText(e.target.value)} maxLength={60} />
      <Button type="submit">{t.search}</Button>
    </form>
  )
}

function CertificateRow({ certificate }: { readonly certificate: CertificateLine }) {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  const { credential, title, english, holderName, number, issuedAt, validUntil, state } = certificate
  return (
    <Line
      mark={<StateBadge state={state} />}
      to={`/certificates/${credential}`}
      title={dotted(isChinese ? title : english, holderName)}
      note={number}
      aside={dotted(t.issued(dates.day(issuedAt)), validUntil ? t.until(dates.day(lastDay(validUntil))) : t.unlimited)}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { enterprisesQuery } from '#platform/web/residents/enterprise-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CertificateLine } from '../contract/views.ts'
import { api } from './api.ts'
import css from './certificate.module.css'
import { lastDay } from './last-day.ts'
import { StateBadge } from './state-badge.tsx'

const words = {
  title: ['我的证照', 'My certificates'],
  lead: [
    '点开可以亮码、限时出示、打印，也能看到谁核验过。',
    'Open one to show it, lend it for a time, print it, and see who verified it.',
  ],
  none: ['还没有电子证照', 'No certificates yet'],
  noneHint: [
    '办结的事项如有证明或许可，会自动出现在这里，不用领取。',
    'What a case ends with, a proof or a licence, comes here by itself.',
  ],
  until: [(day: string) => `有效期至 ${day}`, (day: string) => `Valid until ${day}`],
  unlimited: ['长期有效', 'Unlimited'],
  sample: ['样章“测试”', 'Sample'],
} as const

/** 我的证照: a resident's wallet. */
export function Page() {
  const t = useWords(words)
  const enterprises = useQuery(enterprisesQuery)
  // What the register says comes first: whose certificates are in the wallet.
  const query = useQuery(api.mine.queryOptions({ enabled: !enterprises.isPending }))
  return (
    <PortalPage title={t.title} lead={t.lead}>
      <Answered query={query}>
        {({ certificates }) =>
          certificates.length === 0 ? (
            <EmptyState icon="seal" title={t.none}>
              {t.noneHint}
            </EmptyState>
          ) : (
            <ul className={css.wallet}>
              {certificates.map((one) => (
                <li key={one.credential}>
                  <WalletCard certificate={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </PortalPage>
  )
}

function WalletCard({ certificate }: { readonly certificate: CertificateLine }) {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  const { credential, title, english, holderName, unitName, state, validUntil, sample } = certificate
  return (
    <Link to="/portal/certificates/$credential" params={{ credential }} className={css.card}>
      <span className={css.top}>
        <strong className={css.name}>{isChinese ? title : english}</strong>
        <StateBadge state={state} />
      </span>
      <span>{holderName}</span>
      <span className={css.note}>{unitName}</span>
      <span className={css.note}>
        {validUntil ? t.until(dates.day(lastDay(validUntil))) : t.unlimited}
        {sample && ` · ${t.sample}`}
      </span>
    </Link>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { OwnCertificate } from '../contract/views.ts'
import { api } from './api.ts'
import css from './certificate.module.css'
import { Looks, Showings } from './history.tsx'
import { lastDay } from './last-day.ts'
import { ShowForm } from './show-form.tsx'
import { StateBadge } from './state-badge.tsx'

const words = {
  certificate: ['证照', 'Certificate'],
  back: ['我的证照', 'My certificates'],
  says: ['证照内容', 'What it says'],
  show: ['出示', 'Show it'],
  print: ['下载 PDF 打印', 'PDF to print'],
  printHint: ['纸上印着全部内容，谁拿到都能看到。', 'The paper says everything to whoever holds it.'],
  unit: ['签发单位', 'Issued by'],
  number: ['证照编号', 'Number'],
  until: ['有效期至', 'Valid until'],
  unlimited: ['长期', 'Unlimited'],
  showings: ['出示记录', 'What I showed'],
  looks: ['谁核验过', 'Who verified it'],
  sample: ['样章“测试”：演示数据，不是真实证照。', 'Sample of a demonstration, no real document.'],
} as const

/** One of my certificates: what it says, show it, who looked. */
export function Page() {
  const t = useWords(words)
  const { credential } = useParams({ strict: false }) as { credential: string }
  const query = useQuery(api.mineOne.queryOptions({ input: { credential } }))
  return (
    <PortalPage title={query.data?.title ?? t.certificate} back={{ to: '/portal/certificates', label: t.back }}>
      <Answered query={query}>{(certificate) => <Record certificate={certificate} />}</Answered>
    </PortalPage>
  )
}

function Record({ certificate }: { readonly certificate: OwnCertificate }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const dates = useDates()
  const { fields, heading, validUntil, state, credential } = certificate
  const rows = [
    ...fields.map(({ zh, en, value }) => [isChinese ? zh : en, value] as const),
    [t.unit, heading.unitName] as const,
    [t.number, heading.number] as const,
    [t.until, validUntil ? dates.day(lastDay(validUntil)) : t.unlimited] as const,
  ]
  return (
    <div className={css.record}>
      <Card title={t.says} aside={<StateBadge state={state} />}>
        <Facts rows={rows} />
        <p className={css.note}>{heading.legal}</p>
        {heading.sample && <p className={css.sample}>{t.sample}</p>}
      </Card>
      {state === 'valid' && (
        <Card title={t.show}>
          <ShowForm certificate={certificate} />
        </Card>
      )}
      <Card>
        <a className={css.print} href={`/api/portal/certificates/${credential}/paper`} target="_blank" rel="noreferrer">
          {t.print}
        </a>
        <p className={css.note}>{t.printHint}</p>
      </Card>
      <Card title={t.looks}>
        <Looks looks={certificate.looks} />
      </Card>
      <Card title={t.showings}>
        <Showings certificate={certificate} />
      </Card>
    </div>
  )
}

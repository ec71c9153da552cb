import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { Answered, EmptyState } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import css from './helping-page.module.css'
import { mandateApi } from './mandate-api.ts'
import { MandateForm } from './mandate-form.tsx'
import { MandateList } from './mandate-list.tsx'
import { SignedForm } from './signed-form.tsx'

const words = {
  title: ['代办', 'Helping residents'],
  lead: [
    '替走不动、不会用手机的人办事：先取得本人同意，再到综合窗口替他提交。每一次都记在本人名下。',
    'For whoever cannot come or has no phone: take their consent first, then hand in for them at the window. All of it is on their record.',
  ],
  people: ['我能替谁办', 'For whom I may act'],
  none: ['还没有人委托您。', 'Nobody has asked you yet.'],
  window: ['去综合窗口替人提交', 'Hand in at the window'],
  consent: ['取得本人同意', 'Take their consent'],
  way: ['怎样同意', 'How they consent'],
  code: ['本人手机验证码', 'A code to their phone'],
  form: ['纸上签字', 'Signed on paper'],
  phone: ['换手机号', 'Change a phone'],
} as const

/** 代办 at work: whom one helps in one's post, until when, and how somebody consents. */
export function Page() {
  const t = useWords(words)
  const mayPhone = useMay('residents.phone')
  const [way, setWay] = useState<'code' | 'form'>('code')
  const query = useQuery(mandateApi.mineAtWork.queryOptions())
  return (
    <PageFrame
      title={t.title}
      lead={t.lead}
      actions={mayPhone && <ButtonLink to="/helping/phone">{t.phone}</ButtonLink>}
    >
      <div className={css.columns}>
        <Card title={t.people}>
          <div className={css.stack}>
            <Answered query={query}>
              {({ mandates }) =>
                mandates.length === 0 ? (
                  <EmptyState icon="me" title={t.none} />
                ) : (
                  <MandateList mandates={mandates} isAtWork />
                )
              }
            </Answered>
            <ButtonLink to="/window" look="main">
              {t.window}
            </ButtonLink>
          </div>
        </Card>
        <Card title={t.consent}>
          <div className={css.stack}>
            <Choice
              label={t.way}
              value={way}
              onChange={setWay}
              options={[
                { value: 'code', label: t.code },
                { value: 'form', label: t.form },
              ]}
            />
            {way === 'code' ? <MandateForm way="ask" isAtWork /> : <SignedForm />}
          </div>
        </Card>
      </div>
    </PageFrame>
  )
}

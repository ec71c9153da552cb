import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Choice } from '../parts/choice.tsx'
import { Answered } from '../parts/states.tsx'
import { useWords } from '../words/words.ts'
import { mandateApi } from './mandate-api.ts'
import { MandateForm } from './mandate-form.tsx'
import { MandateList } from './mandate-list.tsx'
import { PortalPage } from './portal-page.tsx'
import css from './resident-forms.module.css'
import { useResident } from './resident-session.ts'

const words = {
  title: ['帮人办、请人办', 'Acting for each other'],
  lead: [
    '家人或邻居可以替您办事。每一项委托都有本人同意、有截止日期，随时可以撤回，撤回立即生效。',
    'Family or neighbours can act for you. Each mandate has the person’s consent and an end; withdrawn, it ends at once.',
  ],
  back: ['我的', 'Me'],
  ask: ['我帮别人办', 'I act for somebody'],
  give: ['请别人帮我办', 'Somebody acts for me'],
  which: ['谁帮谁', 'Who acts for whom'],
  identity: ['先实名，再委托', 'Have your identity checked first'],
} as const

/** 代办: whom I let act for me, for whom I may act. */
export function Page() {
  const t = useWords(words)
  const { verifiedBy } = useResident()
  const [way, setWay] = useState<'ask' | 'give'>('ask')
  const query = useQuery(mandateApi.mine.queryOptions())
  return (
    <PortalPage title={t.title} lead={t.lead} back={{ to: '/portal/me', label: t.back }}>
      <Answered query={query}>{({ mandates }) => <MandateList mandates={mandates} />}</Answered>
      {verifiedBy === null ? (
        <p className={css.form}>
          <Link to={'/portal/identity' as string}>{t.identity}</Link>
        </p>
      ) : (
        <>
          <Choice
            label={t.which}
            value={way}
            onChange={setWay}
            options={[
              { value: 'ask', label: t.ask },
              { value: 'give', label: t.give },
            ]}
          />
          <MandateForm key={way} way={way} />
        </>
      )}
    </PortalPage>
  )
}

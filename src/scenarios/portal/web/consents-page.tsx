import { useQuery } from '@tanstack/react-query'
import { useCommand } from '#platform/web/api/command.ts'
import { ConfirmButton } from '#platform/web/parts/confirm-button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './portal.module.css'

const words = {
  title: ['我同意过的查询', 'Look-ups I agreed to'],
  lead: [
    '有些数据要您同意才能查。撤回以后，从那一刻起不再查；已经定下的结果不变。',
    'Some data needs your consent. Withdrawn, nothing is looked up from that moment; what was decided stays.',
  ],
  back: ['我的', 'Me'],
  none: ['还没有需要您同意的查询。', 'There is nothing you had to agree to.'],
  'in-force': [(day: string) => `有效，到 ${day} 为止`, (day: string) => `holds until ${day}`],
  given: [(day: string) => `${day} 同意`, (day: string) => `agreed ${day}`],
  withdrawn: [(day: string) => `${day} 撤回`, (day: string) => `withdrawn ${day}`],
  ended: [(day: string) => `${day} 到期`, (day: string) => `ended ${day}`],
  withdraw: ['撤回同意', 'Withdraw'],
  sure: ['确认撤回', 'Withdraw it now'],
} as const

/** What I agreed to, and how to take it back. */
export function Page() {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  const query = useQuery(api.consents.queryOptions())
  const withdraw = useCommand(api.withdrawConsent.call, { touches: [api.consents.key()] })
  return (
    <PortalPage title={t.title} lead={t.lead} back={{ to: '/portal/me', label: t.back }}>
      <FailureMessage error={withdraw.error} />
      <Answered query={query}>
        {({ consents }) =>
          consents.length === 0 ? (
            <EmptyState icon="seal" title={t.none} />
          ) : (
            <ul className={css.rows}>
              {consents.map(({ consent, datasets, state, givenAt, endsAt, withdrawnAt }) => (
                <li key={consent} className={css.row}>
                  <span>
                    {datasets.map(({ name, english }) => (isChinese ? name : english)).join('、')}
                    <span className={css.note}>
                      {dotted(t.given(dates.date(givenAt)), t[state](dates.date(withdrawnAt ?? endsAt)))}
                    </span>
                  </span>
                  {state === 'in-force' && (
                    <ConfirmButton
                      label={t.withdraw}
                      sure={t.sure}
                      busy={withdraw.isPending && withdraw.variables.consent === consent}
                      onConfirm={() => withdraw.mutate({ consent })}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </PortalPage>
  )
}

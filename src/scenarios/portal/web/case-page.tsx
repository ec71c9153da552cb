import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Answered } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import { CaseActs, Withdrawal } from './case-acts.tsx'
import { CaseProgress } from './case-progress.tsx'
import { CaseResult } from './case-result.tsx'
import { CaseWhy } from './case-why.tsx'
import { ReturnedPayment } from './returned-payment.tsx'

const words = {
  back: ['我的办件', 'My cases'],
  number: [(number: string) => `编号 ${number}`, (number: string) => `No. ${number}`],
} as const

/** One case of mine: where it stands, what I must do, who has it, why it was decided so, what if I disagree. */
export function Page() {
  const either = useEither()
  const t = useWords(words)
  const { case: id } = useParams({ strict: false }) as { case: string }
  const query = useQuery(mattersApi.myCase.queryOptions({ input: { case: id }, refetchInterval: whileItMoves }))
  return (
    <Answered query={query}>
      {(view: CaseView) => (
        <PortalPage
          title={either(view.matter.name, view.matter.english)}
          lead={t.number(view.number)}
          back={{ to: '/portal/cases', label: t.back }}
        >
          {view.outcomes.map((one) => (
            <ReturnedPayment key={one.outcome} view={view} outcome={one} />
          ))}
          <CaseResult view={view} />
          <CaseActs view={view} />
          <CaseProgress view={view} />
          <CaseWhy view={view} />
          {view.may.includes('withdraw') && <Withdrawal id={view.case} />}
        </PortalPage>
      )}
    </Answered>
  )
}

/** An answer and money that take seconds are waited for; a bureau's work is looked at now and then. */
function whileItMoves(query: { readonly state: { readonly data?: unknown } }): number | false {
  const { state, outcomes = [] } = (query.state.data ?? {}) as Partial<CaseView>
  if (state === 'gathering' || outcomes.some((one) => one.state === 'ordered')) return 2_000
  return state === 'handling' ? 30_000 : false
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import { MatterFacts } from './matter-facts.tsx'

const words = {
  back: ['办事', 'Services'],
  apply: ['开始办理', 'Begin'],
  instant: ['资料齐全的，提交后几秒内给出结果。', 'Where everything is there, the answer comes within seconds.'],
  days: [
    (days: number) => `受理后 ${days} 个工作日内办结。`,
    (days: number) => `Decided within ${days} working days of acceptance.`,
  ],
} as const

/** What a matter is, before anything is asked: what data brings, what you bring, how long, what it costs, the law, the remedy. */
export function Page() {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const { matter } = useParams({ strict: false }) as { matter: string }
  const query = useQuery(mattersApi.matter.queryOptions({ input: { matter } }))
  return (
    <Answered query={query}>
      {(view: MatterView) => (
        <PortalPage
          title={isChinese ? view.name : view.english}
          lead={view.instant ? t.instant : t.days(view.promisedDays)}
          back={{ to: '/portal', label: t.back }}
        >
          <ButtonLink to={`/portal/matters/${matter}/apply`} look="main" wide>
            {t.apply}
          </ButtonLink>
          <MatterFacts view={view} />
        </PortalPage>
      )}
    </Answered>
  )
}

import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { mattersApi } from './api.ts'
import { CaseRows } from './case-rows.tsx'

const words = {
  title: ['我的办件', 'My cases'],
  none: ['还没有办过事。', 'There is no case yet.'],
  begin: ['去办事', 'Find a service'],
} as const

/** Every case of mine, newest first. */
export function Page() {
  const t = useWords(words)
  const query = useQuery(mattersApi.mine.queryOptions({ input: { limit: 100 } }))
  return (
    <PortalPage title={t.title}>
      <Answered query={query}>
        {({ cases }) =>
          cases.length > 0 ? (
            <CaseRows cases={cases} />
          ) : (
            <EmptyState icon="file" title={t.none}>
              <ButtonLink to="/portal" look="main">
                {t.begin}
              </ButtonLink>
            </EmptyState>
          )
        }
      </Answered>
    </PortalPage>
  )
}

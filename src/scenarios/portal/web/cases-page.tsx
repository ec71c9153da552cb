import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { enterprisesQuery } from '#platform/web/residents/enterprise-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { mattersApi } from './api.ts'
import { CaseRows } from './case-rows.tsx'

const words = {
  title: ['我的办件', 'My cases'],
  whose: ['谁的办件', 'Whose cases'],
  mine: ['本人', 'Mine'],
  none: ['还没有办过事。', 'There is no case yet.'],
  begin: ['去办事', 'Find a service'],
} as const

/** Every case of mine, or of an enterprise for which I act, newest first. */
export function Page() {
  const t = useWords(words)
  const [{ enterprise = '' }, setAddress] = useAddress<{ enterprise?: string }>()
  const enterprises = useQuery(enterprisesQuery)
  const firms = new Map((enterprises.data ?? []).map((one) => [one.enterprise, one.name]))
  const input = enterprise === '' ? { limit: 100 } : { limit: 100, enterprise }
  // What the register says comes first: what it confirms is what may be seen.
  const query = useQuery(mattersApi.mine.queryOptions({ input, enabled: enterprise === '' || !enterprises.isPending }))
  return (
    <PortalPage title={t.title}>
      {firms.size > 0 && (
        <Choice
          label={t.whose}
          value={enterprise}
          onChange={(value) => setAddress({ enterprise: value === '' ? undefined : value })}
          options={[{ value: '', label: t.mine }, ...[...firms].map(([value, label]) => ({ value, label }))]}
        />
      )}
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

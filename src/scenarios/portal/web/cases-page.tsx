import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { Older } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { enterprisesQuery } from '#platform/web/residents/enterprise-api.ts'
import { mandateApi } from '#platform/web/residents/mandate-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { mattersApi } from './api.ts'
import { CaseRows } from './case-rows.tsx'

const pageSize = 30

const words = {
  title: ['我的办件', 'My cases'],
  whose: ['谁的办件', 'Whose cases'],
  mine: ['本人', 'Mine'],
  helped: [(name: string) => `我帮${name}办的`, (name: string) => `For ${name}`],
  none: ['还没有办过事。', 'There is no case yet.'],
  begin: ['去办事', 'Find a service'],
} as const

/** Every case of mine, of an enterprise for which I act, or of somebody whom I help; newest first. */
export function Page() {
  const t = useWords(words)
  const [{ enterprise, resident }, setAddress] = useAddress<{ enterprise?: string; resident?: string }>()
  const enterprises = useQuery(enterprisesQuery)
  const mandates = useQuery(mandateApi.mine.queryOptions())
  const firms = (enterprises.data ?? []).map(
    (one) => [one.enterprise, one.name, { enterprise: one.enterprise }] as const,
  )
  const people = (mandates.data?.mandates ?? [])
    .filter(({ mine, state, enterpriseName }) => mine === 'received' && state === 'in-force' && enterpriseName === null)
    .map((one) => [one.resident, t.helped(one.residentName), { resident: one.resident }] as const)
  const whose = new Map([...firms, ...people].map(([value, label, of]) => [value, { label, of }]))
  const query = useInfiniteQuery({
    ...mattersApi.mine.infiniteOptions({
      input: (before: string | undefined) => ({
        ...{ limit: pageSize, ...(before && { before }) },
        ...(enterprise ? { enterprise } : resident && { resident }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ cases }) => (cases.length === pageSize ? cases.at(-1)?.submittedAt : undefined),
    }),
    // What the register says comes first: what it confirms is what may be seen.
    enabled: enterprise === undefined || !enterprises.isPending,
  })
  const cases = new Map(query.data?.pages.flatMap((page) => page.cases).map((one) => [one.case, one]))
  return (
    <PortalPage title={t.title}>
      {whose.size > 0 && (
        <Choice
          label={t.whose}
          value={enterprise ?? resident ?? ''}
          onChange={(value) => setAddress({ enterprise: undefined, resident: undefined, ...whose.get(value)?.of })}
          options={[{ value: '', label: t.mine }, ...[...whose].map(([value, { label }]) => ({ value, label }))]}
        />
      )}
      <Answered query={query}>
        {() =>
          cases.size > 0 ? (
            <CaseRows cases={[...cases.values()]} />
          ) : (
            <EmptyState icon="file" title={t.none}>
              <ButtonLink to="/portal" look="main">
                {t.begin}
              </ButtonLink>
            </EmptyState>
          )
        }
      </Answered>
      <Older list={query} />
    </PortalPage>
  )
}

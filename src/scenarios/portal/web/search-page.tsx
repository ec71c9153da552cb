import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { mattersApi } from './api.ts'
import { MatterRows } from './matter-rows.tsx'
import { SearchBox } from './search-box.tsx'

const words = {
  title: ['找事项', 'Find a service'],
  back: ['办事', 'Services'],
  found: [(count: number) => `找到 ${count} 项`, (count: number) => `${count} found`],
  none: ['没有找到。换一种说法试试，或到窗口问一问。', 'Nothing was found. Say it another way, or ask at a window.'],
} as const

/** What a question finds. */
export function Page() {
  const t = useWords(words)
  const [{ q = '' }] = useAddress<{ q?: string }>()
  const query = useQuery(mattersApi.matters.queryOptions({ input: { search: q }, enabled: q !== '' }))
  return (
    <PortalPage title={t.title} back={{ to: '/portal', label: t.back }}>
      <SearchBox key={q} question={q} />
      {q !== '' && (
        <Answered query={query}>
          {({ matters }) => {
            const found = matters.filter(
              ({ applicants }) => applicants.includes('person') || applicants.includes('enterprise'),
            )
            if (found.length === 0) return <EmptyState icon="search" title={t.none} />
            return (
              <>
                <p role="status">{t.found(found.length)}</p>
                <MatterRows rows={found} />
              </>
            )
          }}
        </Answered>
      )}
    </PortalPage>
  )
}

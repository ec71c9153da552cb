import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'

const words = { title: ['异议', 'Objection'] } as const

/** Leads on to the thing that an objection is about, with its answer open for whoever owes it: notices know only the objection. */
export function Page() {
  const t = useWords(words)
  const { appeal } = useParams({ strict: false }) as { appeal: string }
  const query = useQuery({ ...api.appealPlace.queryOptions({ input: { appeal } }), retry: false })
  return (
    <PageFrame title={t.title}>
      <Answered query={query}>
        {({ page }) => <Navigate to={page} search={{ do: 'answer', of: appeal } as never} replace />}
      </Answered>
    </PageFrame>
  )
}

import './api/without-eval.ts'
import './theme/tokens.css'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { platformPages } from './account/pages.ts'
import { queryClient } from './api/query-client.ts'
import { sessionQuery } from './api/session.ts'
import type { PageManifest } from './manifest.ts'
import { keepOffline } from './offline/keep-offline.ts'
import { residentQuery } from './residents/resident-session.ts'
import { Pages, pageRouter } from './router.tsx'
import { tellDocument } from './words/words.ts'

/**
 * Starts the pages in the element `#root`.
 * @example start([projects])
 */
export function start(scenarios: readonly PageManifest[]): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  tellDocument()
  const router = pageRouter(scenarios)
  const queries = queryClient((client) => {
    const { queryKey } = location.pathname.startsWith('/portal') ? residentQuery : sessionQuery
    client.setQueryData(queryKey, null)
  })
  keepOffline([...scenarios, platformPages])
  createRoot(root).render(<Pages router={router} queries={queries} />)
}

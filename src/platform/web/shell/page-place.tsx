import { Outlet, useRouterState } from '@tanstack/react-router'
import css from './page-place.module.css'

/** Where the page stands in its frame. While the next one is fetched, which is seconds on a bad network, a line at the top runs. */
export function PagePlace({ className }: { readonly className: string | undefined }) {
  const isOnTheWay = useRouterState({ select: ({ isLoading }) => isLoading })
  return (
    <main id="page" className={className} tabIndex={-1} aria-busy={isOnTheWay || undefined}>
      {isOnTheWay && <span className={css.line} aria-hidden="true" />}
      <Outlet />
    </main>
  )
}

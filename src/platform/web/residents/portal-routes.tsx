import { type AnyRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { PageRoute, PortalEntry } from '../manifest.ts'
import { pageRoute } from '../page-route.tsx'

const Shell = lazy(async () => ({ default: (await import('./resident-shell.tsx')).ResidentShell }))
const Door = lazy(async () => ({ default: (await import('./resident-door.tsx')).ResidentDoor }))

/** The residents' pages in their own light frame; nothing of the staff's pages is loaded for them, nor theirs for the staff's. */
export function portalRoutes(root: AnyRoute, pages: readonly PageRoute[], entries: readonly PortalEntry[]): AnyRoute[] {
  const of = (frame: AnyRoute, door: 'resident' | 'open', isBare: boolean) =>
    pages.filter((page) => page.door === door && (page.bare ?? false) === isBare).map((page) => pageRoute(frame, page))
  const open = createRoute({
    getParentRoute: () => root,
    id: 'portal',
    component: () => (
      <Suspense>
        <Shell entries={entries} />
      </Suspense>
    ),
  })
  const inside = createRoute({ getParentRoute: () => open, id: 'resident', component: BehindDoor })
  const bare = createRoute({ getParentRoute: () => root, id: 'resident-bare', component: BehindDoor })
  const signIn = createRoute({
    getParentRoute: () => open,
    path: '/portal/sign-in',
    component: lazyRouteComponent(() => import('./resident-sign-in-page.tsx'), 'Page'),
  })
  return [
    open.addChildren([signIn, ...of(open, 'open', false), inside.addChildren(of(inside, 'resident', false))]),
    bare.addChildren(of(bare, 'resident', true)),
    ...of(root, 'open', true),
  ]
}

function BehindDoor() {
  return (
    <Suspense>
      <Door>
        <Outlet />
      </Door>
    </Suspense>
  )
}

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { platformPages } from './account/pages.ts'
import { SignInPage } from './account/sign-in-page.tsx'
import { DayContext, type DayLineComponents } from './day/day-lines.ts'
import type { PageManifest } from './manifest.ts'
import type { Senders } from './outbox/outbox-context.ts'
import { pageRoute } from './page-route.tsx'
import { residentPages } from './residents/pages.ts'
import { portalRoutes } from './residents/portal-routes.tsx'
import { Door } from './shell/door.tsx'
import { FirstPage } from './shell/first-page.tsx'
import { NoSuchPage, PageFailure } from './shell/page-failure.tsx'
import { Shell } from './shell/shell.tsx'

/** All pages: the platform's own, and what the scenarios bring. The platform boots with none. */
export function pageRouter(scenarios: readonly PageManifest[]) {
  const manifests = [...scenarios, platformPages, residentPages]
  const entries = manifests.flatMap(({ nav }) => nav)
  const day = {
    lines: Object.assign({}, ...manifests.map((manifest) => manifest.day?.lines)) as DayLineComponents,
    links: manifests.flatMap((manifest) => manifest.day?.links ?? []),
  }
  const senders = Object.assign({}, ...manifests.map(({ outbox }) => outbox)) as Senders
  const root = createRootRoute({ notFoundComponent: NoSuchPage })
  const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage })
  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    component: () => (
      <Door>
        <DayContext value={day}>
          <Shell entries={entries} senders={senders} />
        </DayContext>
      </Door>
    ),
  })
  const first = createRoute({
    getParentRoute: () => inside,
    path: '/',
    component: () => <FirstPage entries={entries} />,
  })
  const bare = createRoute({
    getParentRoute: () => root,
    id: 'bare',
    component: () => (
      <Door>
        <Outlet />
      </Door>
    ),
  })
  const pages = manifests.flatMap(({ routes }) => routes)
  const pagesIn = (frame: typeof inside | typeof bare) =>
    pages
      .filter(({ door = 'staff', bare: isBare = false }) => door === 'staff' && isBare === (frame === bare))
      .map((page) => pageRoute(frame, page))
  const portal = portalRoutes(
    root,
    pages,
    manifests.flatMap((manifest) => manifest.portal ?? []),
  )
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      bare.addChildren(pagesIn(bare)),
      inside.addChildren([first, ...pagesIn(inside)]),
      ...portal,
    ]),
    defaultPreload: 'intent',
    notFoundMode: 'root',
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: NoSuchPage,
    scrollRestoration: true,
  })
}

type PagesProps = { readonly router: ReturnType<typeof pageRouter>; readonly queries: QueryClient }

/** The pages with what they share. */
export function Pages({ router, queries }: PagesProps) {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}

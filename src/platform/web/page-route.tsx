import { type AnyRoute, createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { isId } from './ids.ts'
import type { PageRoute } from './manifest.ts'
import { NothingHere } from './shell/page-failure.tsx'

/** One page in its frame. Below it nothing is asked for by an id that cannot be one. */
export function pageRoute(frame: AnyRoute, { path, load, by = 'id' }: PageRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyRouteComponent(load, 'Page'),
    notFoundComponent: NothingHere,
    beforeLoad: ({ params }) => {
      if (by === 'id' && !Object.values<string>(params).every(isId)) throw notFound()
    },
  })
}

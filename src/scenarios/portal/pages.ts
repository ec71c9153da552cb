import { definePages } from '#platform/web/manifest.ts'

/** The residents' pages of the portal. */
export const pages = definePages({
  id: 'portal',
  nav: [],
  portal: [
    { to: '/portal', zh: '办事', en: 'Services', icon: 'search', order: 10 },
    { to: '/portal/cases', zh: '办件', en: 'Cases', icon: 'file', order: 20 },
    { to: '/portal/notices', zh: '消息', en: 'News', icon: 'bell', order: 30 },
  ],
  routes: [
    { path: '/portal', door: 'open', load: () => import('./web/home-page.tsx') },
    { path: '/portal/search', door: 'open', load: () => import('./web/search-page.tsx') },
    { path: '/portal/matters/$matter', by: 'name', door: 'open', load: () => import('./web/matter-page.tsx') },
    { path: '/portal/matters/$matter/apply', by: 'name', door: 'resident', load: () => import('./web/apply-page.tsx') },
    { path: '/portal/cases', door: 'resident', load: () => import('./web/cases-page.tsx') },
    { path: '/portal/cases/$case', door: 'resident', load: () => import('./web/case-page.tsx') },
    { path: '/portal/notices', door: 'resident', load: () => import('./web/notices-page.tsx') },
    { path: '/portal/looks', door: 'resident', load: () => import('./web/looks-page.tsx') },
    { path: '/portal/consents', door: 'resident', load: () => import('./web/consents-page.tsx') },
    { path: '/portal/tv', door: 'open', bare: true, load: () => import('./web/television/tv-page.tsx') },
  ],
})

import { definePages } from '#platform/web/manifest.ts'

/** The pages of matters for those at work; residents have theirs in the portal. */
export const pages = definePages({
  id: 'matters',
  nav: [
    { to: '/window', zh: '综合窗口', en: 'Window', icon: 'search', order: 20, permission: 'matters.accept' },
    { to: '/cases', zh: '办件', en: 'Cases', icon: 'file', order: 21, permission: 'matters.handle' },
  ],
  routes: [
    { path: '/window', load: () => import('./web/window-page.tsx') },
    { path: '/window/$matter', by: 'name', load: () => import('./web/take-page.tsx') },
    { path: '/cases', load: () => import('./web/queue-page.tsx') },
    { path: '/cases/$case', load: () => import('./web/case-page.tsx') },
  ],
})

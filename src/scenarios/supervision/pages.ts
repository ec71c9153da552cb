import { definePages } from '#platform/web/manifest.ts'

/** The pages of supervision. */
export const pages = definePages({
  id: 'supervision',
  nav: [
    { to: '/duties', zh: '督办', en: 'Duties', icon: 'clock', order: 16, permission: 'supervision.answer' },
    { to: '/supervision', zh: '督办台', en: 'Supervision', icon: 'seal', order: 14, permission: 'supervision.leader' },
    {
      to: '/escalated',
      zh: '纪检收件',
      en: 'Escalated',
      icon: 'file',
      order: 12,
      permission: 'obligations.escalated.read',
    },
  ],
  routes: [
    { path: '/duties', load: () => import('./web/duties-page.tsx') },
    { path: '/duties/$duty', load: () => import('./web/duty-page.tsx') },
    { path: '/supervision', load: () => import('./web/supervision-page.tsx') },
    { path: '/supervision/matters', load: () => import('./web/matters-page.tsx') },
    { path: '/supervision/new', load: () => import('./web/new-matter-page.tsx') },
    { path: '/supervision/rates', load: () => import('./web/rates-page.tsx') },
    { path: '/supervision/trial', load: () => import('./web/trial-page.tsx') },
    { path: '/escalated', load: () => import('./web/escalated-page.tsx') },
    { path: '/escalated/$obligation', load: () => import('./web/escalated-one-page.tsx') },
  ],
})

import { definePages } from '#platform/web/manifest.ts'

/** The page of catalogue analysis. */
export const pages = definePages({
  id: 'catalogue',
  nav: [
    { to: '/catalogue', zh: '目录分析', en: 'Catalogue', icon: 'board', order: 38, permission: 'catalogue.analyse' },
  ],
  routes: [{ path: '/catalogue', load: () => import('./web/catalogue-page.tsx') }],
})

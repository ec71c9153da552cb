import { definePages } from '#platform/web/manifest.ts'

/** The pages of the data hub. */
export const pages = definePages({
  id: 'data-hub',
  nav: [{ to: '/data', zh: '数据', en: 'Data', icon: 'seal', order: 35, permission: 'data-hub.looks' }],
  routes: [
    { path: '/data', load: () => import('./web/catalogue-page.tsx') },
    { path: '/data/datasets/$dataset', by: 'name', load: () => import('./web/dataset-page.tsx') },
    { path: '/data/grants', load: () => import('./web/grants-page.tsx') },
    { path: '/data/look-ups', load: () => import('./web/looks-page.tsx') },
    { path: '/data/refused', load: () => import('./web/refused-page.tsx') },
    { path: '/data/disputes', load: () => import('./web/disputes-page.tsx') },
  ],
})

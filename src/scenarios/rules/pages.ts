import { definePages } from '#platform/web/manifest.ts'

/** The pages of rules. */
export const pages = definePages({
  id: 'rules',
  nav: [{ to: '/rules', zh: '规则', en: 'Rules', icon: 'check', order: 36, permission: 'rules.read' }],
  routes: [
    { path: '/rules', load: () => import('./web/rules-page.tsx') },
    { path: '/rules/$model', by: 'name', load: () => import('./web/model-page.tsx') },
  ],
})

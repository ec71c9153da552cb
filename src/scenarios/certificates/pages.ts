import { definePages } from '#platform/web/manifest.ts'

/** The pages of certificates: the issuing units' and the residents' own. */
export const pages = definePages({
  id: 'certificates',
  nav: [
    {
      to: '/certificates',
      zh: '证照签发',
      en: 'Certificates',
      icon: 'seal',
      order: 28,
      permission: 'certificates.read',
    },
  ],
  portal: [{ to: '/portal/certificates', zh: '证照', en: 'Wallet', icon: 'seal', order: 30 }],
  routes: [
    { path: '/certificates', load: () => import('./web/issued-page.tsx') },
    { path: '/certificates/new', load: () => import('./web/issue-page.tsx') },
    { path: '/certificates/$credential', load: () => import('./web/issued-one-page.tsx') },
    { path: '/portal/certificates', load: () => import('./web/mine-page.tsx'), door: 'resident' },
    { path: '/portal/certificates/$credential', load: () => import('./web/mine-one-page.tsx'), door: 'resident' },
  ],
})

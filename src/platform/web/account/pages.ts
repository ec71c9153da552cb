import { definePages } from '../manifest.ts'

/** The pages that the platform itself brings. */
export const platformPages = definePages({
  id: 'platform',
  nav: [
    { to: '/today', zh: '今日', en: 'Today', icon: 'today', order: 10 },
    { to: '/deliveries', zh: '对外通知', en: 'Deliveries', icon: 'bell', order: 18, permission: 'deliveries.manage' },
    {
      to: '/accounts',
      zh: '账号管理',
      en: 'Accounts',
      icon: 'lock',
      order: 17,
      permission: 'identity.accounts.manage',
    },
    { to: '/powers', zh: '职务任免', en: 'Powers', icon: 'seal', order: 15, permission: 'identity.powers.assign' },
    { to: '/identity-record', zh: '身份审计', en: 'Record', icon: 'eye', order: 19, permission: 'identity.audit.read' },
    { to: '/me', zh: '我的', en: 'Me', icon: 'me', order: 90 },
  ],
  routes: [
    { path: '/today', load: () => import('../day/day-page.tsx'), offline: true },
    { path: '/me', load: () => import('./me-page.tsx') },
    { path: '/verify', load: () => import('../verify/verify-page.tsx'), door: 'open' },
    { path: '/outbox', load: () => import('../outbox/outbox-page.tsx'), offline: true },
    { path: '/deliveries', load: () => import('../deliveries/deliveries-page.tsx') },
    { path: '/accounts', load: () => import('../administration/accounts-page.tsx') },
    { path: '/powers', load: () => import('../administration/powers-page.tsx') },
    { path: '/identity-record', load: () => import('../administration/record-page.tsx') },
    { path: '/notices', load: () => import('../inbox/inbox-page.tsx') },
  ],
})

import { definePages } from '../manifest.ts'

/** The residents' pages that the platform itself brings: who one is, where one is signed in, who acts for whom; and those of officials who help. */
export const residentPages = definePages({
  id: 'residents',
  nav: [{ to: '/helping', zh: '代办', en: 'Helping', icon: 'me', order: 22, permission: 'residents.help' }],
  portal: [{ to: '/portal/me', zh: '我的', en: 'Me', icon: 'me', order: 90 }],
  routes: [
    { path: '/helping', load: () => import('./helping-page.tsx') },
    { path: '/helping/phone', load: () => import('./phone-change-page.tsx') },
    { path: '/portal/me', door: 'resident', load: () => import('./resident-me-page.tsx') },
    { path: '/portal/identity', door: 'resident', load: () => import('./identity-page.tsx') },
    { path: '/portal/enterprises', door: 'resident', load: () => import('./enterprises-page.tsx') },
    { path: '/portal/helpers', door: 'resident', load: () => import('./helpers-page.tsx') },
  ],
})

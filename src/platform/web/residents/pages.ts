import { definePages } from '../manifest.ts'

/** The residents' pages that the platform itself brings: who one is, where one is signed in, who acts for whom. */
export const residentPages = definePages({
  id: 'residents',
  nav: [],
  portal: [{ to: '/portal/me', zh: '我的', en: 'Me', icon: 'me', order: 90 }],
  routes: [
    { path: '/portal/me', door: 'resident', load: () => import('./resident-me-page.tsx') },
    { path: '/portal/identity', door: 'resident', load: () => import('./identity-page.tsx') },
    { path: '/portal/helpers', door: 'resident', load: () => import('./helpers-page.tsx') },
  ],
})

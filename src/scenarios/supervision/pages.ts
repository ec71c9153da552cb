import { definePages } from '#platform/web/manifest.ts'

/** The pages of supervision. */
export const pages = definePages({
  id: 'supervision',
  nav: [],
  routes: [],
})

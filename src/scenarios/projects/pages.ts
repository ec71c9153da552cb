import { definePages } from '#platform/web/manifest.ts'

/** The pages of projects. */
export const pages = definePages({
  id: 'projects',
  nav: [
    { to: '/projects', zh: '项目', en: 'Projects', icon: 'projects', order: 30, permission: 'projects.read' },
    { to: '/unit', zh: '本单位', en: 'My unit', icon: 'unit', order: 40, permission: 'projects.read' },
    { to: '/cockpit', zh: '指挥舱', en: 'Cockpit', icon: 'eye', order: 25, permission: 'projects.cockpit' },
    { to: '/hard-cases', zh: '攻坚榜', en: 'Hard cases', icon: 'flag', order: 50, permission: 'projects.read' },
    { to: '/board', zh: '天工榜', en: 'Board', icon: 'board', order: 60, permission: 'projects.board' },
  ],
  routes: [
    { path: '/wall', load: () => import('./web/wall-page.tsx'), bare: true },
    { path: '/cockpit', load: () => import('./web/cockpit-page.tsx') },
    { path: '/cockpit/$indicator', by: 'name', load: () => import('./web/figure-records-page.tsx') },
    { path: '/hard-cases', load: () => import('./web/hard-cases-page.tsx') },
    { path: '/hard-cases/$case', load: () => import('./web/hard-case-page.tsx') },
    { path: '/projects', load: () => import('./web/projects-page.tsx') },
    { path: '/projects/import', load: () => import('./web/import-page.tsx') },
    { path: '/projects/$project', load: () => import('./web/project-page.tsx') },
    { path: '/projects/$project/edit', load: () => import('./web/edit-page.tsx') },
    { path: '/changes/$change', load: () => import('./web/change-page.tsx') },
    { path: '/projects/$project/print', load: () => import('./web/print-page.tsx') },
    { path: '/nodes/$node', load: () => import('./web/node-page.tsx'), offline: true },
    { path: '/unit', load: () => import('./web/unit-page.tsx') },
    { path: '/units/$unit', by: 'name', load: () => import('./web/unit-page.tsx') },
    { path: '/board', load: () => import('./web/board-page.tsx') },
    { path: '/points', load: () => import('./web/points-page.tsx') },
    { path: '/appeals/$appeal', load: () => import('./web/appeal-page.tsx') },
    { path: '/plates/$plate', load: () => import('./web/plate-page.tsx') },
  ],
  day: {
    lines: {
      'plan-node': () => import('./web/day/node-day-line.tsx'),
      appeal: () => import('./web/day/appeal-day-line.tsx'),
    },
    links: [{ to: '/points', zh: '我的积分', en: 'My points', permission: 'projects.read' }],
  },
  outbox: {
    'projects.report': () => import('./web/acts/send-report.ts'),
    'projects.submit': () => import('./web/acts/send-submission.ts'),
  },
})

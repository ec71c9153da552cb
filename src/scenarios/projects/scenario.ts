import { fileURLToPath } from 'node:url'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { scoreProjection } from '#platform/server/scoring/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { findCountyProgress, playCounty } from './server/demo/county/play-county.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { countProjects } from './server/project-store.ts'
import { routes } from './server/routes.ts'
import { scoreSource } from './server/score-source.ts'

/** Projects (A1): the server's half. */
export const scenario = defineScenario({
  id: 'projects',
  contract,
  refusals,
  permissions: {
    'projects.read': '查看项目',
    'projects.import': '导入项目计划',
    'projects.lead': '启动项目',
    'projects.report': '填报进度、提交成果',
    'projects.accept': '验收或退回成果、答复异议',
    'projects.board': '查看天工榜',
  },
  rooms: [{ name: 'projects', folder: fileURLToPath(new URL('./migrations', import.meta.url)) }],
  routes,
  sweeps: () => [],
  projections: [scoreProjection(scoreSource)],
  playDemo,
  playCounty,
  countyProgress: findCountyProgress,
  pageOf,
  count: ({ database, jurisdiction }) => database.asSystem(jurisdiction, (tx) => countProjects(tx, jurisdiction)),
})

/** Where a node, a plan and an objection are dealt with. */
function pageOf(stream: string): string | undefined {
  const [kind, id] = stream.split('/')
  if (kind === 'plans.node') return `/nodes/${id}`
  if (kind === 'plans.plan') return `/projects/${id}`
  return kind === 'projects.appeal' ? '/today' : undefined
}

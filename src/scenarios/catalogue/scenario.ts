import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { addCommands } from './server/commands.ts'
import { routes } from './server/routes.ts'

/** Catalogue analysis (B4): the server's half. It keeps nothing. */
export const scenario = defineScenario({
  id: 'catalogue',
  contract,
  refusals,
  permissions: { 'catalogue.analyse': '分析事项目录、规划数据联通' },
  rooms: [],
  routes,
  sweeps: () => [],
  commands: addCommands,
})

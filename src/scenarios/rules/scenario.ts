import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { routes } from './server/routes.ts'

/** The county's rules in the browser: the server's half. Its tables are those of the engine. */
export const scenario = defineScenario({
  id: 'rules',
  contract,
  refusals,
  permissions: {
    'rules.read': '查看规则',
    'rules.edit': '修订规则、试算、提交审批',
    'rules.approve': '审批规则修订',
  },
  rooms: [],
  routes,
  sweeps: () => [],
  pageOf: (stream) => /^rules\.version\/([^@]+)@/.exec(stream)?.[1]?.replace(/^/, '/rules/'),
})

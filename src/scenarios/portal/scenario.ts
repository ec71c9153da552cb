import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { routes } from './server/routes.ts'

/** The portal (B5): the server's half. */
export const scenario = defineScenario({
  id: 'portal',
  contract,
  refusals,
  permissions: {},
  rooms: [],
  routes,
  sweeps: () => [],
  playDemo,
})

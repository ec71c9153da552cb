import { countCredentials } from '#platform/server/credentials/index.ts'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { routes } from './server/routes.ts'

/** Certificates (B2): the server's half. The certificates themselves are the engine credentials'. */
export const scenario = defineScenario({
  id: 'certificates',
  contract,
  refusals,
  permissions: {
    'certificates.read': '查看本单位签发的电子证照',
    'certificates.issue': '签发本单位的电子证照',
    'certificates.revoke': '暂停、恢复、注销本单位签发的电子证照',
  },
  rooms: [],
  routes,
  sweeps: () => [],
  pageOf: (stream) =>
    stream.startsWith('credentials.credential/') ? `/certificates/${stream.slice(stream.indexOf('/') + 1)}` : undefined,
  playDemo,
  count: async ({ database, jurisdiction }) => {
    const counts = await database.asSystem(jurisdiction, (tx) => countCredentials(tx, jurisdiction))
    return { credentials: counts.reduce((sum, { count }) => sum + count, 0) }
  },
})

import type { Services } from '#platform/server/scenario/index.ts'
import { certificatesImplementer } from './implementer.ts'
import { faceHandlers } from './routes/face.ts'
import { ownHandlers } from './routes/own.ts'
import { staffHandlers } from './routes/staff.ts'

/** The contract of certificates implemented: each route is one view or one command. */
export function routes(services: Services) {
  const os = certificatesImplementer(services)
  return os.router({ ...ownHandlers(os, services), ...faceHandlers(os, services), ...staffHandlers(os, services) })
}

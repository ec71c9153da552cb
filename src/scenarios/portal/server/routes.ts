import type { Services } from '#platform/server/scenario/index.ts'
import { portalImplementer } from './implementer.ts'
import { disputeHandlers } from './routes/disputes.ts'
import { lookHandlers } from './routes/looks.ts'

/** The portal's routes, implemented. */
export function routes(services: Services) {
  const os = portalImplementer(services)
  return os.router({ ...lookHandlers(os, services), ...disputeHandlers(os, services) })
}

import type { Services } from '#platform/server/scenario/index.ts'
import { supervisionImplementer } from './implementer.ts'
import { answeringHandlers } from './routes/answering.ts'
import { deskHandlers } from './routes/desks.ts'
import { watchingHandlers } from './routes/watching.ts'

/** The contract of supervision implemented: each route is one view or one command. */
export function routes(services: Services) {
  const os = supervisionImplementer(services)
  return os.router({
    ...answeringHandlers(os, services),
    ...watchingHandlers(os, services),
    ...deskHandlers(os, services),
  })
}

import type { Services } from '#platform/server/scenario/index.ts'
import { dataHubImplementer } from './implementer.ts'
import { catalogueHandlers } from './routes/catalogue.ts'
import { grantHandlers } from './routes/grants.ts'
import { lookHandlers } from './routes/looks.ts'
import { refusedHandlers } from './routes/refused.ts'
import { tableHandlers } from './routes/tables.ts'

/** The contract of the data hub implemented: each route is one view or one command. */
export function routes(services: Services) {
  const os = dataHubImplementer(services)
  return os.router({
    ...catalogueHandlers(os, services),
    ...tableHandlers(os, services),
    ...grantHandlers(os, services),
    ...lookHandlers(os, services),
    ...refusedHandlers(os, services),
  })
}

import type { Services } from '#platform/server/scenario/index.ts'
import { mattersImplementer, openImplementer } from './implementer.ts'
import { catalogueHandlers } from './routes/catalogue.ts'
import { handlingHandlers } from './routes/handling.ts'
import { ownHandlers } from './routes/own.ts'
import { windowHandlers } from './routes/window.ts'

/** The contract of matters implemented: what is open to everybody, and what is asked at a door. */
export function routes(services: Services) {
  const os = mattersImplementer(services)
  return {
    ...catalogueHandlers(openImplementer(), services),
    ...ownHandlers(os, services),
    ...windowHandlers(os, services),
    ...handlingHandlers(os, services),
  }
}

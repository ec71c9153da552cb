import type { Services } from '#platform/server/scenario/index.ts'
import type { openImplementer } from '../implementer.ts'
import { viewMatter, viewMatters } from '../views/catalogue.ts'

/** What the county offers. */
export const catalogueHandlers = (os: ReturnType<typeof openImplementer>, services: Services) => ({
  matters: os.matters.handler(() => viewMatters(services)),
  matter: os.matter.handler(({ input }) => viewMatter(services, input.matter)),
})

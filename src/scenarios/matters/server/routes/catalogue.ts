import { matterSearch } from '#platform/server/casework/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { openImplementer } from '../implementer.ts'
import { viewMatter, viewMatters } from '../views/catalogue.ts'

/** What the county offers. */
export function catalogueHandlers(os: ReturnType<typeof openImplementer>, services: Services) {
  const search = matterSearch(services)
  return {
    matters: os.matters.handler(({ input }) => viewMatters(services, search(input.search))),
    matter: os.matter.handler(({ input }) => viewMatter(services, input.matter)),
  }
}

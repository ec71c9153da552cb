import { implement } from '@orpc/server'
import { guard, type RequestContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'

/** The contract of the data hub, guarded and ready to be given its handlers. */
export function dataHubImplementer(services: Services) {
  return implement(contract).$context<RequestContext>().use(guard(services))
}

/** What an area's handlers are made with. */
export type DataHubImplementer = ReturnType<typeof dataHubImplementer>

import { implement } from '@orpc/server'
import { guard, type RequestContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'

/** The portal's contract behind the residents' door, ready to be given its handlers. */
export function portalImplementer(services: Services) {
  return implement(contract).$context<RequestContext>().use(guard(services))
}

export type PortalImplementer = ReturnType<typeof portalImplementer>

import { implement } from '@orpc/server'
import { guard, type RequestContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'

/** The contract of rules, guarded and ready to be given its handlers. */
export function rulesImplementer(services: Services) {
  return implement(contract).$context<RequestContext>().use(guard(services))
}

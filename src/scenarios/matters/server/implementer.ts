import { implement } from '@orpc/server'
import { guard, type RequestContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'

/** The contract of matters, guarded and ready to be given its handlers. */
export function mattersImplementer(services: Services) {
  return implement(contract).$context<RequestContext>().use(guard(services))
}

/** What an area's handlers are made with. */
export type MattersImplementer = ReturnType<typeof mattersImplementer>

/** The part of the contract that is open to everybody, without a guard. */
export function openImplementer() {
  const { matters, matter } = contract
  return implement({ matters, matter }).$context<RequestContext>()
}

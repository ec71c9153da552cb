import { implement } from '@orpc/server'
import { type CallContext, guard, type RequestContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'

/** The contract of certificates, guarded and ready to be given its handlers. */
export function certificatesImplementer(services: Services) {
  return implement(contract).$context<RequestContext>().use(guard(services))
}

/** What an area's handlers are made with. */
export type CertificatesImplementer = ReturnType<typeof certificatesImplementer>

/** Who calls. */
export type Call = CallContext['call']

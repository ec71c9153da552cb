import { createORPCClient } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { request } from './request.ts'

/** What a call may carry beside its input. */
export type CallContext = { readonly idempotencyKey?: string }

/**
 * The routes of a contract as calls and as queries.
 * @example
 * const api = clientOf('projects', contract)
 * useQuery(api.node.queryOptions({ input: { node } }))
 */
export function clientOf<C extends AnyContractRouter>(id: string, contract: C) {
  const link = new OpenAPILink<CallContext>(contract, {
    url: `${location.origin}/api`,
    headers: ({ context }) => (context.idempotencyKey ? { 'Idempotency-Key': context.idempotencyKey } : {}),
    fetch: (input) => request(input),
  })
  const client = createORPCClient<ContractRouterClient<C, CallContext>>(link)
  return createTanstackQueryUtils(client, { path: [id] })
}

import { queryOptions } from '@tanstack/react-query'
import { type EnterpriseView, enterpriseContract } from '#platform/contract/enterprise-contract.ts'
import { clientOf } from '../api/client.ts'

/** The routes of enterprises for which residents act. */
export const enterpriseApi = clientOf('enterprises', enterpriseContract)

/**
 * The enterprises for which the resident acts. Where the register's word has grown old it is asked again; while it is silent, its last word
 * stands for as long as it counts.
 */
export const enterprisesQuery = queryOptions({
  queryKey: [...enterpriseApi.mine.key(), 'standing'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<readonly EnterpriseView[]> => {
    const { enterprises } = await enterpriseApi.mine.call(undefined, { signal })
    if (!enterprises.some(({ isDue }) => isDue)) return enterprises
    const context = { idempotencyKey: crypto.randomUUID() }
    const confirmed = await enterpriseApi.confirm.call(undefined, { context }).catch(() => ({ enterprises }))
    return confirmed.enterprises
  },
})

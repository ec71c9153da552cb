import { identityContract } from '#platform/contract/identity-contract.ts'
import { clientOf } from '../api/client.ts'

/** The routes of the directory and of the three administrators. */
export const identityApi = clientOf('identity', identityContract)

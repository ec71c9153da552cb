import { identityContract } from '#platform/contract/identity-contract.ts'
import { clientOf } from '#platform/web/api/client.ts'
import { contract } from '../contract.ts'

/** The routes of the data hub. */
export const api = clientOf('data-hub', contract)

/** The directory, for choosing units. */
export const directory = clientOf('identity', identityContract)

/** What an act touches: catalogue, grants, tables, disputes. */
export const touched = [api.key()]

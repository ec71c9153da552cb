import { identityContract } from '#platform/contract/identity-contract.ts'
import { clientOf } from '#platform/web/api/client.ts'
import { contract } from '../contract.ts'

/** The routes of supervision. */
export const api = clientOf('supervision', contract)

/** The directory, for choosing units. */
export const directory = clientOf('identity', identityContract)

/** What an act touches: every desk and record. */
export const touched = [api.key()]

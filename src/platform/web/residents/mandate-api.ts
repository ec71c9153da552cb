import { mandateContract } from '#platform/contract/mandate-contract.ts'
import { clientOf } from '../api/client.ts'

/** The routes of mandates. */
export const mandateApi = clientOf('mandates', mandateContract)

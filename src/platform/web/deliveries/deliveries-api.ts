import { deliveriesContract } from '#platform/contract/deliveries-contract.ts'
import { clientOf } from '../api/client.ts'

/** The routes of what leaves the platform. */
export const deliveriesApi = clientOf('deliveries', deliveriesContract)

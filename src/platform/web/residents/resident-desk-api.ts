import { residentDeskContract } from '#platform/contract/resident-desk-contract.ts'
import { clientOf } from '../api/client.ts'

/** The routes of what an official does for a resident at a window. */
export const residentDeskApi = clientOf('residentDesk', residentDeskContract)

import { noticesContract } from '#platform/contract/notices-contract.ts'
import { clientOf } from '../api/client.ts'

/** The routes of notices. */
export const inboxApi = clientOf('notices', noticesContract)

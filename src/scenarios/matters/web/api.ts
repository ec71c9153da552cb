import { clientOf } from '#platform/web/api/client.ts'
import { contract } from '../contract.ts'

/** The routes of matters. */
export const api = clientOf('matters', contract)

/** What an act touches: queues, lists and the case itself. */
export const touched = [api.key()]

import { clientOf } from '#platform/web/api/client.ts'
import { contract } from '../contract.ts'

/** The routes of rules. */
export const api = clientOf('rules', contract)

/** What an act touches: the list, the model, its versions. */
export const touched = [api.key()]

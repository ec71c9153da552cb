import { clientOf } from '#platform/web/api/client.ts'
import { contract } from '../contract.ts'

/** The routes of projects. */
export const api = clientOf('projects', contract)

/** What a change of a node touches: everything that shows lamps or progress. */
export const touched = [api.key()]

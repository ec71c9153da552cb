import { clientOf } from '#platform/web/api/client.ts'
import { contract } from '../contract.ts'

/** The routes of certificates. */
export const api = clientOf('certificates', contract)

/** What an act touches: lists and records alike. */
export const touched = [api.key()]

import { clientOf } from '#platform/web/api/client.ts'
import { contract as matters } from '#scenarios/matters/public.ts'
import { contract } from '../contract.ts'

/** The portal's own routes, and those of matters that residents use. */
export const api = clientOf('portal', contract)
export const mattersApi = clientOf('matters', matters)

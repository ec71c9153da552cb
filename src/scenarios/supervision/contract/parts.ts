import { z } from 'zod'
import { obligationRefusals } from '#platform/contract/obligation-refusals.ts'
import { personalRefusals } from '#platform/contract/personal-refusals.ts'
import { refusals } from '../refusals.ts'

/** Every refusal that a route of supervision can name. */
export const all = { ...obligationRefusals, ...personalRefusals, ...refusals }

/** Where the routes stand in the API's document. */
export const tag = '督办 Supervision'

/** The duty that a route is about. */
export const inDuty = z.object({ duty: z.uuid() })

/** Words beside an act, evidence beside it, and the reason of a refusal. */
export const note = z.string().trim().max(2000)
export const evidence = z.array(z.uuid()).max(20).default([]).describe('Ids of uploaded files')
export const reason = z.string().trim().min(2).max(2000)

/** A unit, by its id. */
export const unit = z.string().min(1).max(64)

/** What an act on a duty answers. */
export const Acknowledged = z.object({ duty: z.string(), version: z.number().int(), entry: z.string() })

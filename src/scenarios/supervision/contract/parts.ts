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

/** Where a list in order of an instant goes on: that of its last row, and its id. */
export const afterInstant = z
  .string()
  .regex(/^\d{1,15}_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  .optional()
  .describe('`next` of the page before')

/** Where the next page of a list begins. */
export const next = z.string().nullable().describe('Where the next page begins; null where there is none')

import { z } from 'zod'
import { instantPlace } from '#platform/kernel/instant-place.ts'

/** In a route’s input: from where on a list in order of an instant is read. */
export const afterInstant = z.string().regex(instantPlace).optional().describe('`next` of the page before')

/** In its answer: where the next page begins. */
export const next = z.string().nullable().describe('Where the next page begins; null where there is none')

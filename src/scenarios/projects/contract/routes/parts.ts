import { z } from 'zod'
import { planRefusals } from '#platform/contract/plan-refusals.ts'
import { lifeRefusals } from '../../life-refusals.ts'
import { refusals } from '../../refusals.ts'

/** Every refusal that a route of projects can name. */
export const all = { ...planRefusals, ...refusals, ...lifeRefusals }

/** Where the routes stand in the API's document. */
export const tag = '项目 Projects'

/** The node that a route is about. */
export const inNode = z.object({ node: z.uuid() })

/** Words beside an act. */
export const note = z.string().trim().max(2000).describe('What was done, in words')

/** Evidence beside an act. */
export const evidence = z.array(z.uuid()).max(20).describe('Ids of uploaded files')

/** What an act on a node answers. */
export const Acknowledged = z.object({
  node: z.string(),
  version: z.number().int(),
  lamp: z.string(),
  entry: z.string(),
})

import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { next } from '#platform/contract/next-page.ts'
import { tag } from '../parts.ts'

const access = { permission: 'obligations.escalated.read' } as const

/** Facts of an obligation that both levels of supervision failed to bring to an end. */
const Facts = z.object({
  obligation: z.string(),
  title: z.string(),
  reachedAt: z.string(),
  debtorName: z.string(),
  leadName: z.string(),
})

/** The discipline commission's inbox: facts, without a task or deadline, the complainant masked. */
export const discipline = {
  escalated: route({
    ...{ method: 'GET', path: '/escalated', access, tag },
    summary: 'Obligations that reached the last level, latest first; facts only',
  })
    .input(
      z.object({
        after: z
          .string()
          .regex(/^\d{1,15}(_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}){2}$/)
          .optional()
          .describe('`next` of the page before'),
      }),
    )
    .output(z.object({ facts: z.array(Facts), next })),
  escalatedOne: route({
    ...{ method: 'GET', path: '/escalated/{obligation}', access, tag },
    summary: 'The facts of one; the look is recorded and its debtor sees it',
  })
    .input(z.object({ obligation: z.uuid() }))
    .output(
      Facts.extend({
        content: z.string(),
        source: z.string(),
        complainantMasked: z.boolean(),
        dueAt: z.string(),
        answered: z.boolean(),
        story: z.array(z.object({ at: z.string(), sentence: z.string() })),
      }),
    ),
} as const

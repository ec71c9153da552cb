import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'

const tag = '门户 Portal'
const access = 'resident' as const

/** What I say is wrong, and what its owner says. */
export const DisputeView = z.object({
  dispute: z.string(),
  /** The look at which I said so. */
  look: z.string(),
  /** What I said. */
  statement: z.string(),
  datasetName: z.string(),
  fieldName: z.string(),
  ownerName: z.string(),
  at: z.string(),
  state: z.enum(['open', 'corrected', 'upheld']),
  answer: z.string().nullable(),
  /** By when an open one must be answered. */
  dueAt: z.string().nullable(),
})
export type DisputeView = z.infer<typeof DisputeView>

/** 有异议: data about me that is wrong. */
export const disputes = {
  disputes: route({
    ...{ method: 'GET', path: '/portal/disputes', access, tag },
    summary: 'What I said is wrong in data about me, and what its owners say; the last first',
  }).output(z.object({ disputes: z.array(DisputeView) })),
  dispute: route({
    ...{ method: 'POST', path: '/portal/disputes', access, tag },
    summary: 'Say that a field of a look at me is wrong: its owner owes me an answer',
  })
    .input(
      z.object({ look: z.uuid(), field: z.string().min(1).max(40), statement: z.string().trim().min(2).max(2000) }),
    )
    .output(z.object({ dispute: z.string(), dueAt: z.string() })),
} as const

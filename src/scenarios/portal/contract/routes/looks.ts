import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { CreditCode } from '#platform/contract/enterprise-contract.ts'
import { residentRefusals } from '#platform/contract/resident-refusals.ts'

const tag = '门户 Portal'
const access = 'resident' as const
const Named = z.object({ id: z.string(), name: z.string(), english: z.string() })

/** A look at my data: who, when, for what, which fields, on which ground. Never the values. */
export const LookView = z.object({
  look: z.string(),
  at: z.string(),
  organisationName: z.string(),
  /** Null where a decision took no person. */
  postTitle: z.string().nullable(),
  matterName: z.string(),
  /** My case, where it is one of mine. */
  case: z.string().nullable(),
  dataset: Named,
  ownerName: z.string(),
  fields: z.array(Named),
  basis: z.string().nullable(),
  byConsent: z.boolean(),
  outcome: z.enum(['answered', 'not-found', 'refused', 'waiting', 'failed']),
})
export type LookView = z.infer<typeof LookView>

/** Something I agreed to. */
export const ConsentView = z.object({
  consent: z.string(),
  datasets: z.array(Named),
  givenAt: z.string(),
  endsAt: z.string(),
  withdrawnAt: z.string().nullable(),
  state: z.enum(['in-force', 'withdrawn', 'ended']),
})
export type ConsentView = z.infer<typeof ConsentView>

/** Who looked at my data, and what I agreed to. */
export const looks = {
  looks: route({
    ...{ method: 'GET', path: '/portal/looks', access, tag },
    summary: 'Who looked at my data, the last first; refused looks too',
  })
    .input(
      z.object({
        before: z.iso.datetime({ offset: true }).optional(),
        enterprise: CreditCode.optional().describe('At the data of an enterprise that I represent'),
      }),
    )
    .output(z.object({ looks: z.array(LookView) }))
    .errors(refusalErrors(residentRefusals, 'residents.enterprise.none')),
  consents: route({
    ...{ method: 'GET', path: '/portal/consents', access, tag },
    summary: 'Look-ups of my data that I agreed to',
  }).output(z.object({ consents: z.array(ConsentView) })),
  withdrawConsent: route({
    ...{ method: 'DELETE', path: '/portal/consents/{consent}', access, tag },
    summary: 'Withdraw an agreement: from now on nothing is looked up under it',
  })
    .input(z.object({ consent: z.uuid() }))
    .output(z.object({ withdrawn: z.boolean() })),
} as const

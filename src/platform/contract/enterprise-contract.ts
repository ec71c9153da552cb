import { z } from 'zod'
import { refusalErrors, route } from './define-route.ts'
import { residentRefusals } from './resident-refusals.ts'

const tag = '居民 Residents'
const access = 'resident' as const

/** A unified social credit code (GB 32100), as it is typed at a route. */
export const CreditCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{18}$/)

/** An enterprise for which a resident acts. */
export const EnterpriseView = z.object({
  enterprise: z.string().describe('Unified social credit code'),
  name: z.string(),
  /** 法定代表人, or 经办人 under a mandate. */
  as: z.enum(['representative', 'agent']),
  /** What a mandate names; null is all. */
  matters: z.array(z.object({ matter: z.string(), name: z.string() })).nullable(),
  until: z.string().nullable(),
  confirmedAt: z.string(),
  /** Whether what the register said still counts. */
  counts: z.boolean(),
  /** Whether the register should be asked again. */
  isDue: z.boolean(),
})
export type EnterpriseView = z.infer<typeof EnterpriseView>

const list = z.object({ enterprises: z.array(EnterpriseView) })

/** 我的企业: for which enterprises a resident acts, as the register of enterprises says. */
export const enterpriseContract = {
  mine: route({
    ...{ method: 'GET', path: '/portal/enterprises', access, tag },
    summary: 'For which enterprises I act: as legal representative, or under a mandate',
  }).output(list),
  confirm: route({
    ...{ method: 'POST', path: '/portal/enterprises/confirmations', access, tag },
    summary: 'Ask the register of enterprises whom I represent; what it says counts at once',
  })
    .output(list)
    .errors(refusalErrors(residentRefusals, 'residents.identity.required', 'residents.enterprise.unavailable')),
} as const

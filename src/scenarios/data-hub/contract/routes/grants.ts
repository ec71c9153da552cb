import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { refusals } from '../../refusals.ts'
import { GrantView, reason, tag } from '../parts.ts'

const Reference = z.string().trim().min(1).max(80)

/** A grant as it is given. */
export const GrantInput = z.object({
  dataset: Reference,
  fields: z.array(Reference).min(1).max(200),
  organisation: Reference,
  posts: z.array(Reference).min(1).max(50).optional(),
  matters: z.array(Reference).min(1).max(50),
  ground: z.enum(['law', 'consent']),
  basis: z.string().trim().min(2).max(200),
  effectiveFrom: z.iso.date(),
  until: z.iso.date(),
})

/** Who may look up what. */
export const grants = {
  grants: route({
    ...{ method: 'GET', path: '/data/grants', access: { permission: 'data-hub.read' }, tag },
    summary: 'Every grant: to whom, of what, for which matters, by which law, until when',
  }).output(z.object({ grants: z.array(GrantView), mayGrant: z.boolean() })),
  giveGrant: route({
    ...{ method: 'POST', path: '/data/grants', access: { permission: 'data-hub.grant' }, tag },
    summary: 'Grant look-ups of a dataset to a unit',
  })
    .input(GrantInput)
    .output(z.object({ grant: z.string(), entry: z.string() }))
    .errors(
      refusalErrors(
        refusals,
        'data-hub.dataset.unknown',
        'data-hub.grant.not-shared',
        'data-hub.grant.field-unknown',
        'data-hub.grant.organisation-unknown',
        'data-hub.grant.time-wrong',
      ),
    ),
  endGrant: route({
    ...{ method: 'POST', path: '/data/grants/{grant}/end', access: { permission: 'data-hub.grant' }, tag },
    summary: 'End a grant now: look-ups under it are refused from then on',
  })
    .input(z.object({ grant: z.string().min(1).max(64), reason }))
    .output(z.object({ entry: z.string() }))
    .errors(refusalErrors(refusals, 'data-hub.grant.ended')),
} as const

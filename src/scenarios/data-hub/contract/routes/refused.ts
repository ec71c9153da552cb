import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { tag, Unit } from '../parts.ts'

/** What officials tried that is not theirs. */
export const refused = {
  refused: route({
    ...{ method: 'GET', path: '/data/refused-access', access: { permission: 'refused-access.read' }, tag },
    summary: 'What people of units in reach tried that is not theirs, the last first; never whose it is',
  })
    .input(z.object({ before: z.iso.datetime({ offset: true }).optional().describe('Older than this, to page on') }))
    .output(
      z.object({
        attempts: z.array(
          z.object({
            attempt: z.string(),
            at: z.iso.datetime(),
            personName: z.string(),
            post: z.string(),
            unit: Unit,
            act: z.string().describe('What was tried: `view`, `print`, or an act'),
          }),
        ),
        more: z.boolean(),
      }),
    ),
} as const

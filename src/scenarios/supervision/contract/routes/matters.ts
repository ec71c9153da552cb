import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { afterInstant, next } from '#platform/contract/next-page.ts'
import { all, reason, tag, unit } from '../parts.ts'
import { MatterView, Party } from '../views.ts'

/** Matters: opened by hand from a meeting or an instruction, and taken back. */
export const matters = {
  openMatter: route({
    method: 'POST',
    path: '/matters',
    access: { permission: 'supervision.open' },
    tag,
    summary: 'Give a matter to units: one duty each, the lead sums the others up',
  })
    .input(
      z.object({
        title: z.string().trim().min(2).max(120),
        content: z.string().trim().min(2).max(4000),
        source: z.enum(['meeting', 'instruction']),
        sourceTitle: z.string().trim().min(2).max(200).describe('Which meeting, or whose instruction'),
        urgency: z.enum(['standard', 'urgent']),
        complainant: z
          .string()
          .trim()
          .max(60)
          .optional()
          .describe('Kept apart from the record and hidden; a look in clear needs a reason'),
        confidential: z
          .strictObject({
            within: z.enum(['units', 'heads']).describe('All of the units, or their heads alone'),
            also: z.array(z.string().min(1).max(64)).max(50).default([]).describe('Further units or posts'),
          })
          .optional()
          .describe('Known only to units at work, opener, offices and holders of the ladder, and whoever is named'),
        lead: unit,
        parts: z.array(unit).max(100).default([]),
        dueAt: z.iso.datetime({ offset: true }),
      }),
    )
    .output(z.object({ matter: z.string(), duties: z.array(z.string()), entry: z.string() }))
    .errors(
      refusalErrors(
        all,
        'supervision.matter.unit-unknown',
        'supervision.matter.unit-twice',
        'supervision.matter.due-past',
        'supervision.matter.names-complainant',
        'supervision.matter.reader-unknown',
      ),
    ),
  withdrawMatter: route({
    method: 'POST',
    path: '/matters/{matter}/withdrawal',
    access: { permission: 'supervision.open' },
    tag,
    summary: 'Take a matter back with a reason; it stays visible',
  })
    .input(z.object({ matter: z.uuid(), reason }))
    .output(z.object({ matter: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'supervision.matter.withdrawn')),
  matter: route({
    method: 'GET',
    path: '/matters/{matter}',
    access: 'signed-in',
    tag,
    summary: 'One matter with its duties',
  })
    .input(z.object({ matter: z.uuid() }))
    .output(MatterView),
  complainant: route({
    method: 'POST',
    path: '/matters/{matter}/complainant-looks',
    access: { permission: 'personal.reveal' },
    tag,
    summary: 'Show who complained; the look and its reason are recorded and seen by whoever sees the matter',
  })
    .input(z.object({ matter: z.uuid(), reason }))
    .output(z.object({ value: z.string(), look: z.string() }))
    .errors(refusalErrors(all, 'personal.value.erased')),
  matters: route({
    method: 'GET',
    path: '/matters',
    access: { permission: 'supervision.open' },
    tag,
    summary: 'Matters that my unit opened, newest first; the offices see all',
  })
    .input(z.object({ after: afterInstant }))
    .output(z.object({ matters: z.array(MatterView), next })),
  unitPeople: route({
    method: 'GET',
    path: '/duties/{duty}/people',
    access: { permission: 'supervision.head' },
    tag,
    summary: 'People of the responsible unit, to whom a duty can be delegated',
  })
    .input(z.object({ duty: z.uuid() }))
    .output(z.object({ people: z.array(Party.extend({ post: z.string() })) })),
} as const

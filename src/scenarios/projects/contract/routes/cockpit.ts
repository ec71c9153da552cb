import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { Cockpit, FigureRecords } from '../cockpit.ts'
import { tag } from './parts.ts'

const view = z
  .enum(['own', 'hall'])
  .default('own')
  .describe('hall: for a screen that everybody sees, without what is confidential, whoever signed in')

/** The command cockpit: the county at a glance, and the records under each of its figures. */
export const cockpit = {
  cockpit: route({
    method: 'GET',
    path: '/cockpit',
    access: { permission: 'projects.cockpit' },
    tag,
    summary: 'The county at a glance: figures, exceptions with their reasons, trend, latest events',
  })
    .input(z.object({ view }))
    .output(Cockpit),
  figureRecords: route({
    method: 'GET',
    path: '/cockpit/figures/{indicator}/records',
    access: { permission: 'projects.cockpit' },
    tag,
    summary: 'The records under a figure: things that stand, or entries of what happened',
  })
    .input(
      z.object({
        indicator: z.string().max(64),
        facts: z.record(z.string().max(32), z.string().max(64)).default({}).describe('The cut: facts[lamp]=red'),
        below: z.record(z.string().max(32), z.string().max(64)).default({}).describe('Before: below[due]=2026-11-22'),
        from: z.iso.date().optional().describe('First day of what happened'),
        to: z.iso.date().optional().describe('Last day of what happened'),
        view,
        after: z.string().max(20).optional().describe('Cursor of the page before'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(FigureRecords),
} as const

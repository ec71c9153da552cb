import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { PlateDetail, PlateView } from '../plates.ts'
import { all, tag } from './parts.ts'

/** Monthly plates: lists, grounds, objections. */
export const plates = {
  projectPlates: route({
    method: 'GET',
    path: '/projects/{project}/plates',
    access: { permission: 'projects.read' },
    tag,
    summary: 'The plates of a project, latest month first',
  })
    .input(z.object({ project: z.uuid() }))
    .output(z.object({ plates: z.array(PlateView) })),
  unitPlates: route({
    method: 'GET',
    path: '/units/{unit}/plates',
    access: { permission: 'projects.read' },
    tag,
    summary: 'The plates of a unit and its sections in the last months',
  })
    .input(z.object({ unit: z.string().max(64), months: z.coerce.number().int().min(1).max(36).default(3) }))
    .output(z.object({ plates: z.array(PlateView) })),
  plate: route({
    method: 'GET',
    path: '/plates/{plate}',
    access: { permission: 'projects.read' },
    tag,
    summary: 'Why a plate was given: rule, version, facts as of the close, entries; the look is recorded',
  })
    .input(z.object({ plate: z.uuid() }))
    .output(PlateDetail),
  appealPlate: route({
    method: 'POST',
    path: '/plates/{plate}/appeals',
    access: { permission: 'projects.accept' },
    tag,
    summary: 'Disagree with a plate of one’s unit; the objection is an obligation',
  })
    .input(z.object({ plate: z.uuid(), reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ appeal: z.string(), dueAt: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.appeal.open')),
} as const

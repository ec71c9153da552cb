import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { all, inMatter, tag } from '../parts.ts'
import { MatterLine, MatterView } from '../views.ts'

/** What the county offers: open to everybody. */
export const catalogue = {
  matters: route({
    method: 'GET',
    path: '/service-matters',
    access: 'public',
    tag,
    summary: 'Every matter that can be asked for now',
  }).output(z.object({ matters: z.array(MatterLine) })),
  matter: route({
    method: 'GET',
    path: '/service-matters/{matter}',
    access: 'public',
    tag,
    summary: 'One matter: conditions, form, materials and who brings them, steps, time, fee, law, remedy',
  })
    .input(inMatter)
    .output(MatterView)
    .errors(refusalErrors(all, 'casework.matter.unknown')),
} as const

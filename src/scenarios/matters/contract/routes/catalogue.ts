import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { inMatter, tag } from '../parts.ts'
import { MatterLine, MatterView } from '../views.ts'

/** What the county offers: open to everybody. */
export const catalogue = {
  matters: route({
    method: 'GET',
    path: '/service-matters',
    access: 'public',
    tag,
    summary:
      'Matters that can be asked for now; by what people say, by pinyin, in spite of typing errors where something is asked',
  })
    .input(z.object({ search: z.string().trim().max(100).default('') }).prefault({}))
    .output(z.object({ matters: z.array(MatterLine) })),
  matter: route({
    method: 'GET',
    path: '/service-matters/{matter}',
    access: 'public',
    tag,
    summary: 'One matter: conditions, form, materials and who brings them, steps, time, fee, law, remedy',
  })
    .input(inMatter)
    .output(MatterView),
} as const

import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { refusals } from './refusals.ts'

const access = { permission: 'catalogue.analyse' } as const
const tag = '目录分析 Catalogue'

const Plan = z.object({
  most: z.number().int(),
  /** Links in the order of the list of links. */
  links: z.array(z.number().int()),
  matters: z.number().int(),
  cases: z.number(),
  /** Whether it is proved that no other plan frees more. */
  isProved: z.boolean(),
  greedyCases: z.number(),
})

/** What a catalogue comes to. */
export const Analysis = z.object({
  name: z.string(),
  matters: z.number().int(),
  alone: z.number().int(),
  others: z.number().int(),
  unclear: z.number().int(),
  cases: z.number(),
  casesNeedingOthers: z.number(),
  links: z.array(z.object({ holder: z.string(), name: z.string(), matters: z.number().int(), cases: z.number() })),
  plans: z.array(Plan),
  /** Matters whose materials somebody has still to say who holds. */
  unclearMatters: z.array(z.object({ code: z.string(), name: z.string(), authority: z.string() })),
})
export type Analysis = z.infer<typeof Analysis>

/** The routes of catalogue analysis (B4). */
export const contract = {
  analysis: route({
    method: 'GET',
    path: '/catalogue-analyses/{file}',
    access,
    tag,
    summary:
      'Which matters of an uploaded catalogue need others’ papers, and which links would free most; `example` is one',
  })
    .input(z.object({ file: z.union([z.literal('example'), z.uuid()]) }))
    .output(Analysis)
    .errors(refusalErrors(refusals, 'catalogue.file.unreadable', 'catalogue.columns.missing', 'catalogue.row.wrong')),
} as const

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
  /** Matters whose materials somebody has still to say who holds. */
  unclearMatters: z.array(z.object({ code: z.string(), name: z.string(), authority: z.string() })),
})
export type Analysis = z.infer<typeof Analysis>

/** The best plans of several sizes, fewest links first. */
export const Plans = z.object({ plans: z.array(Plan) })
export type Plans = z.infer<typeof Plans>

const fileErrors = refusalErrors(
  refusals,
  'catalogue.file.unreadable',
  'catalogue.columns.missing',
  'catalogue.row.wrong',
)
const OfFile = z.object({ file: z.union([z.literal('example'), z.uuid()]) })

/** The routes of catalogue analysis (B4). */
export const contract = {
  example: route({
    ...{ method: 'GET', path: '/catalogue-example.csv', access, tag },
    summary: 'The example, to see which columns a catalogue has and how materials are written',
  }).output(z.file()),
  analysis: route({
    method: 'GET',
    path: '/catalogue-analyses/{file}',
    access,
    tag,
    summary: 'Which matters of an uploaded catalogue need others’ papers; `example` is one',
  })
    .input(OfFile)
    .output(Analysis)
    .errors(fileErrors),
  plans: route({
    method: 'GET',
    path: '/catalogue-analyses/{file}/plans',
    access,
    tag,
    summary: 'Which links to other departments’ data would free most cases from a trip: proved, in seconds, and kept',
  })
    .input(OfFile)
    .output(Plans)
    .errors(fileErrors),
} as const

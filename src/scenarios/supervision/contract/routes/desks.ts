import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { tag, unit } from '../parts.ts'
import { Desk, DeskPage } from '../views.ts'

const after = z
  .string()
  .regex(/^\d_\d{1,15}(_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}){2}$/)
  .optional()
  .describe('`next` of the page before')

const filter = z.object({
  search: z.string().trim().max(100).optional(),
  unit: unit.optional().describe('Who owes'),
  kind: z.string().max(60).optional(),
  urgency: z.string().max(40).optional(),
  state: z.enum(['open', 'submitted']).optional(),
  level: z.coerce.number().int().min(0).max(9).optional().describe('At least on this rung'),
  late: z.enum(['yes']).optional(),
  after,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

/** Lists of what is owed, of every kind, most urgent first. */
export const desks = {
  myUnit: route({
    method: 'GET',
    path: '/desk/unit',
    access: { permission: 'supervision.read' },
    tag,
    summary: 'What my unit owes, a page at a time, and what waits for its judgement',
  })
    .input(z.object({ after }))
    .output(z.object({ owed: DeskPage, toAccept: Desk })),
  queue: route({
    method: 'GET',
    path: '/desk/queue',
    access: { permission: 'obligations.supervise' },
    tag,
    summary: 'Everything that is owed in the county, most urgent first',
  })
    .input(filter)
    .output(DeskPage),
  queueWorkbook: route({
    method: 'GET',
    path: '/desk/queue.xlsx',
    access: { permission: 'obligations.supervise' },
    tag,
    summary: 'The same as a spreadsheet',
  })
    .input(filter)
    .output(z.file()),
  leader: route({
    method: 'GET',
    path: '/desk/leader',
    access: { permission: 'supervision.leader' },
    tag,
    summary: 'What a leader looks at: what has climbed, what is late, what is due within three working days',
  }).output(z.object({ climbed: Desk, late: Desk, soon: Desk })),
} as const

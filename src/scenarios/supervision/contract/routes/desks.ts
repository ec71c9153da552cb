import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { tag, unit } from '../parts.ts'
import { Desk, DeskPage } from '../views.ts'

const id = '_[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}'
const placed = (pattern: string) =>
  z.string().regex(new RegExp(pattern)).optional().describe('`next` of the page before')
const after = placed(`^\\d_\\d{1,15}(${id}){2}$`)

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
    summary: 'What my unit owes, most urgent first, a page at a time',
  })
    .input(z.object({ after }))
    .output(DeskPage),
  toAccept: route({
    method: 'GET',
    path: '/desk/unit/to-accept',
    access: { permission: 'supervision.read' },
    tag,
    summary: 'What was handed in to my unit and waits for its judgement, a page at a time',
  })
    .input(
      z.object({
        limit: z.coerce.number().int().min(1).max(100).default(100),
        after: placed(`^(d_\\d{1,15}${id}|\\d_\\d{1,15}(${id}){2})$`),
      }),
    )
    .output(DeskPage),
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

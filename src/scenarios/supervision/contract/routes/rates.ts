import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { afterInstant, next } from '#platform/contract/next-page.ts'
import { all, tag, unit } from '../parts.ts'

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** What is counted of what fell due. */
export const rateNames = ['due', 'inTime', 'extended', 'returned', 'passedUp'] as const
export type RateName = (typeof rateNames)[number]

const Counts = z.object({
  due: z.number().int(),
  inTime: z.number().int(),
  extended: z.number().int(),
  returned: z.number().int(),
  passedUp: z.number().int(),
})

const WorkingTime = z.union([
  z.strictObject({ workingDays: z.number().int().positive().max(365) }),
  z.strictObject({ workingHours: z.number().int().positive().max(1000) }),
])

const Reached = z.object({ level: z.number().int(), at: z.string() })

/** Rates by unit and month, and the trial of another ladder before it takes effect. */
export const rates = {
  rates: route({
    method: 'GET',
    path: '/supervision-rates',
    access: { permission: 'supervision.read' },
    tag,
    summary: 'What fell due in some months, by unit: answered in time, extended, returned, passed upward',
  })
    .input(z.object({ from: Month, to: Month }))
    .output(
      z.object({
        units: z.array(Counts.extend({ unit: z.string(), unitName: z.string() })),
        months: z.array(Counts.extend({ month: z.string() })),
      }),
    ),
  rateRecords: route({
    method: 'GET',
    path: '/supervision-rates/records',
    access: { permission: 'supervision.read' },
    tag,
    summary: 'The records under one figure, latest due first',
  })
    .input(
      z.object({
        ...{ from: Month, to: Month, unit: unit.optional(), of: z.enum(rateNames) },
        after: afterInstant,
      }),
    )
    .output(
      z.object({
        records: z.array(
          z.object({
            ...{ obligation: z.string(), title: z.string(), page: z.string(), unitName: z.string() },
            ...{ dueAt: z.string(), answeredAt: z.string().nullable(), level: z.number().int() },
          }),
        ),
        total: z.number().int(),
        next,
      }),
    ),
  ladders: route({
    method: 'GET',
    path: '/ladders',
    access: { permission: 'obligations.supervise' },
    tag,
    summary: 'The ladders of the county as they are in force now',
  }).output(
    z.object({
      ladders: z.array(
        z.object({
          ...{ id: z.string(), version: z.string(), name: z.string() },
          levels: z.array(z.object({ name: z.string(), limit: WorkingTime.nullable() })),
        }),
      ),
    }),
  ),
  tryLadder: route({
    method: 'POST',
    path: '/ladder-trials',
    access: { permission: 'obligations.supervise' },
    tag,
    summary: 'Try other limits on the last twelve months of the record, a stretch at a time; nothing is written',
  })
    .input(
      z.object({
        ladder: z.string().min(1).max(40).describe('The ladder that is to be changed'),
        levels: z
          .array(z.object({ name: z.string().trim().min(1).max(60), limit: WorkingTime.nullable() }))
          .min(1)
          .max(9)
          .describe('As it would be; the last one has no limit'),
        after: z.uuid().optional().describe('Go on after this one: `next` of the stretch before'),
      }),
    )
    .output(
      z.object({
        ...{ from: z.string(), tried: z.number().int(), calendar: z.string() },
        next: z.uuid().nullable().describe('Where the next stretch begins; null where all were tried'),
        levels: z.array(
          z.object({ level: z.number().int(), name: z.string(), before: z.number().int(), after: z.number().int() }),
        ),
        different: z.number().int(),
        list: z.array(
          z.object({
            ...{ obligation: z.string(), title: z.string(), page: z.string(), unitName: z.string() },
            ...{ before: z.array(Reached), after: z.array(Reached) },
          }),
        ),
      }),
    )
    .errors(refusalErrors(all, 'supervision.trial.unknown-ladder')),
} as const

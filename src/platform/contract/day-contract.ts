import { z } from 'zod'
import { route } from './define-route.ts'
import { TimeLeft } from './time-left.ts'

/** Where a line stands in the list of a day. */
export const dayParts = ['late', 'due', 'pushed', 'judge', 'climbed', 'waiting', 'running'] as const
export type DayPart = (typeof dayParts)[number]

const Name = z.object({ zh: z.string(), en: z.string() })

const Owner = z.object({ organisationName: z.string(), personName: z.string().nullable() })

/** One thing in the list of a day. */
export const DayLine = z.object({
  thing: z.string().describe('The stream of the thing; no two lines share one'),
  part: z
    .enum(dayParts)
    .describe(
      'late; due within the day; just pushed to me; for me to judge; climbed to me; waiting on others; the rest that runs',
    ),
  kind: z.string(),
  kindName: Name.nullable(),
  title: z.string(),
  page: z.string().describe('Where it is dealt with'),
  debtor: Owner,
  lead: Owner.nullable(),
  state: z.enum(['planned', 'open', 'submitted']),
  paused: z.boolean(),
  level: z.number().int().describe('Rung reached by now; 0 while in time'),
  remaining: TimeLeft.nullable(),
  own: z.record(z.string(), z.unknown()).nullable().describe('What the scenario tells of it besides'),
})
export type DayLine = z.infer<typeof DayLine>

/** What a post has to do, of every kind. */
export const Day = z.object({
  date: z.string().describe('YYYY-MM-DD in the county'),
  workingDay: z.boolean(),
  dayName: z.string().describe('Holiday or make-up day, else empty'),
  lines: z.array(DayLine).describe('Nearest deadline first'),
  unlisted: z.number().int().describe('What the unit owes without naming anybody, beyond what is listed'),
})
export type Day = z.infer<typeof Day>

/** The one list of what somebody has to do today. */
export const dayContract = {
  day: route({
    method: 'GET',
    path: '/day',
    access: 'signed-in',
    tag: '今日 Today',
    summary: 'What I owe, of every kind, what waits for my judgement and what waits on others',
  }).output(Day),
} as const

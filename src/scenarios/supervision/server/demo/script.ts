import { z } from 'zod'

/*
 * A script tells the story of one matter of a demonstration. Its times are offsets in working days from the day of the first start
 * (0; the next working day where that one is over or is a day off), with a time of day. What happens lies before it.
 */

const Words = z.string().trim().min(2).max(500)
const Moment = z.strictObject({
  on: z.number().int().min(-120).max(120).describe('Working days from the first day'),
  at: z.string().regex(/^(0[89]|1[0-7]):[0-5]\d$/, 'HH:MM in working hours'),
})

const acts = [
  ...(['acknowledge', 'report', 'submit', 'accept', 'return', 'remind', 'delegate', 'extend'] as const),
  ...(['dispute', 'appeal', 'grant', 'refuse', 'withdraw'] as const),
] as const

/** One thing that somebody does about a unit's duty: exactly one of the acts. */
export const Scene = Moment.extend({
  unit: z.string().max(64).describe('Whose duty'),
  by: z.string().max(80),
  acknowledge: z.literal(true).optional(),
  report: Words.optional(),
  submit: Words.optional(),
  accept: Words.optional(),
  return: Words.optional(),
  remind: Words.optional(),
  delegate: z.string().max(80).optional().describe('To whom'),
  extend: Moment.extend({ reason: Words }).optional(),
  dispute: Words.optional(),
  appeal: z.strictObject({ level: z.number().int().min(1).max(9), reason: Words }).optional(),
  grant: Words.optional().describe('What was asked last; `to` names who takes a disputed duty over'),
  refuse: Words.optional(),
  to: z.string().max(64).optional(),
  withdraw: Words.optional().describe('The whole matter'),
}).refine((scene) => acts.filter((act) => scene[act] !== undefined).length === 1, 'exactly one act')
export type Scene = z.infer<typeof Scene>

/** `demo/supervision/*.yaml`. */
export const Script = z.strictObject({
  title: Words,
  content: z.string().trim().min(2).max(4000),
  source: z.enum(['meeting', 'instruction']),
  sourceTitle: Words,
  urgency: z.enum(['standard', 'urgent']).default('standard'),
  complainant: z.string().max(60).optional(),
  by: z.string().max(80).describe('Who gives it'),
  given: Moment,
  due: Moment,
  lead: z.string().max(64),
  parts: z.array(z.string().max(64)).default([]),
  story: z.array(Scene).default([]),
})
export type Script = z.infer<typeof Script>

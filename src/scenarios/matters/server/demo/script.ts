import { z } from 'zod'

/*
 * A script tells cases that somebody brought to the window, and what the bureaus did about them. Who asks is told by a row of a
 * department's data, so that what data brings is what the departments really answer. Times are offsets in working days from the
 * day of the first start; what lies after it does not happen yet.
 */

const Moment = { on: z.number().int().min(-240).max(0), at: z.string().regex(/^(0[89]|1[0-7]):[0-5]\d$/) }
const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({})

const Act = z.strictObject({
  ...Moment,
  by: z.string().max(80).describe('A login, or a post as `gongan.clerk`'),
  step: z.string().max(40),
  do: z
    .enum(['complete', 'refuse', 'ask-correction', 'correct-account'])
    .describe('An account is corrected of an outcome, which `step` names; `words` are the new one'),
  gives: Values,
  words: z.string().max(300).default(''),
})
export type Act = z.infer<typeof Act>

const Told = z.strictObject({
  ...Moment,
  by: z.string().max(80).default('maoxueqin'),
  matter: z.string().max(40),
  who: z
    .union([
      z.strictObject({ dataset: z.string(), row: z.number().int().min(0) }),
      z.strictObject({ unit: z.literal(true) }),
    ])
    .describe('The person or enterprise of a row of a department’s data; or the unit of whoever asks'),
  form: Values,
  acts: z.array(Act).max(20).default([]),
})
export type Told = z.infer<typeof Told>

/** `demo/matters/*.yaml`: cases and what became of them. */
export const Script = z.strictObject({ cases: z.array(Told).min(1).max(200) })
export type Script = z.infer<typeof Script>

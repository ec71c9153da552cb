import { z } from 'zod'

/*
 * A script tells which certificates somebody was given, and what became of them. Its times are offsets in working days from the day of the
 * first start, with a time of day; what happens lies before it.
 */

const Moment = { on: z.number().int().min(-240).max(0), at: z.string().regex(/^(0[89]|1[0-7]):[0-5]\d$/) }
const Reason = z.string().trim().min(2).max(500)

const Scene = z.union([
  z.strictObject({
    ...Moment,
    by: z.string().max(80).describe('A login, or a post as `minzheng.director`'),
    issue: z.string().max(64).describe('The type'),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  }),
  z.strictObject({ ...Moment, by: z.string().max(80), suspend: z.string().max(64), reason: Reason }),
  z.strictObject({ ...Moment, by: z.string().max(80), revoke: z.string().max(64), reason: Reason }),
])
export type Scene = z.infer<typeof Scene>

/** `demo/certificates/*.yaml`: a holder and their story. */
export const Script = z.strictObject({
  holder: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), name: z.string(), number: z.string(), phone: z.string() }),
    z.strictObject({ kind: z.literal('unit'), number: z.string() }),
  ]),
  story: z.array(Scene).min(1).max(50),
})
export type Script = z.infer<typeof Script>

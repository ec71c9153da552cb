import { z } from 'zod'

/*
 * Hard cases of a demonstration. Times are offsets in working days from the day of the first start; what would happen on that day or
 * later does not. A case is published `by` somebody, who chooses, gives back, accepts and withdraws; the leader of the team that has
 * it hands in.
 */

const Login = z.string().max(80)
const Words = z.string().trim().min(2).max(500)
const Moment = z.strictObject({
  on: z.number().int().min(-330).max(200),
  at: z.string().regex(/^(0[89]|1[0-7]):[0-5]\d$/, 'HH:MM in working hours'),
})

const acts = ['claim', 'choose', 'submit', 'return', 'accept', 'withdraw'] as const

/** One thing that happens to a case: exactly one of the acts. */
const Scene = Moment.extend({
  by: Login.optional().describe('Who claims'),
  claim: z
    .strictObject({
      pledge: Words,
      members: z.array(z.strictObject({ login: Login, share: z.number().int().min(1).max(100) })).min(1),
    })
    .optional(),
  choose: Login.optional().describe('The leader of the team that gets it'),
  submit: Words.optional(),
  return: Words.optional(),
  accept: Words.optional(),
  withdraw: Words.optional(),
})
  .refine((scene) => acts.filter((act) => scene[act] !== undefined).length === 1, 'exactly one act')
  .refine(({ by, claim }) => (by === undefined) === (claim === undefined), 'who claims is named, nobody else is')
export type CaseScene = z.infer<typeof Scene>

const CaseScript = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  title: Words,
  place: Words,
  goal: Words,
  points: z.number().int().min(1).max(1000),
  selection: z.enum(['first', 'choice']),
  by: Login,
  project: z.string().optional().describe('Name of the script of its project'),
  published: Moment,
  deadline: Moment,
  story: z.array(Scene),
})
export type CaseScript = z.infer<typeof CaseScript>

/** `demo/projects/hard-cases/*.yaml`, and `county/hard-cases/*.yaml` for those that are played behind the address. */
export const CaseScripts = z.strictObject({ cases: z.array(CaseScript).min(1) })

/** Where the scripts lie in the pack's folder for demonstrations. */
export const casesOfStories = 'projects/hard-cases'
export const casesOfCounty = 'projects/county/hard-cases'

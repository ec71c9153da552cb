import { z } from 'zod'

/*
 * A script tells the story of one project of a demonstration. Its times are offsets in working days from the day of the first
 * start (0; the next working day where that one is over or is a day off), with a time of day. What happens lies before it,
 * what is planned on either side.
 */

const Offset = z.number().int().min(-120).max(400)
const Login = z.string().max(80)
const Words = z.string().trim().min(2).max(500)

const moment = {
  on: z.number().int().min(-120).max(-1).describe('Working days before the first day'),
  at: z.string().regex(/^(0[89]|1[0-7]):[0-5]\d$/, 'HH:MM in working hours'),
}

const Moment = z.strictObject(moment)

const acts = ['report', 'submit', 'accept', 'return', 'appeal', 'uphold', 'reject'] as const

/** One thing that somebody does about a node: exactly one of the acts, with its words. */
export const Scene = z
  .strictObject({
    ...moment,
    by: Login.optional().describe('The owner, or the lead for what a lead does, where left out'),
    report: z.number().int().min(0).max(99).optional().describe('Per cent; its words are the note'),
    note: Words.optional(),
    photo: z.boolean().default(false),
    submit: Words.optional(),
    accept: Words.optional(),
    return: Words.optional(),
    appeal: Words.optional(),
    uphold: Words.optional().describe('The objection is right'),
    reject: Words.optional().describe('The objection is not'),
  })
  .refine((scene) => acts.filter((act) => scene[act] !== undefined).length === 1, 'exactly one act')
  .refine(
    ({ report, note }) => (report === undefined) === (note === undefined),
    'a report has a note, nothing else has',
  )
export type Scene = z.infer<typeof Scene>

/** One row of the plan, and what happened to it. */
export const ScriptNode = z.strictObject({
  code: z.string().regex(/^\d+(\.\d+)*$/),
  title: Words,
  nature: z.string().max(50).default(''),
  deliverable: z.string().max(500).default(''),
  unit: z.string().max(100).optional().describe('As a spreadsheet writes it; the owner’s where left out'),
  owner: Login.optional().describe('The whole unit’s where left out'),
  from: Offset.optional(),
  to: Offset.optional(),
  after: z.array(z.string()).default([]),
  story: z.array(Scene).default([]),
})
export type ScriptNode = z.infer<typeof ScriptNode>

/** `demo/projects/*.yaml`. */
export const Script = z.strictObject({
  title: Words,
  kind: z.enum(['investment', 'relocation', 'building', 'reform', 'rural']),
  confidential: z.boolean().default(false),
  lead: Login.describe('Who imports and starts it, and accepts'),
  approvedBy: Login.optional().describe('Who approves its start, where its kind needs that'),
  drafted: Moment,
  started: Moment,
  nodes: z.array(ScriptNode).min(1),
})
export type Script = z.infer<typeof Script>

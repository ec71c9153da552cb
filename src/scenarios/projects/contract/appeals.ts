import { z } from 'zod'
import { instant } from './view-parts.ts'

/** An objection and how it stands. */
export const Appeal = z.object({
  appeal: z.string(),
  at: instant,
  by: z.string(),
  reason: z.string(),
  state: z.enum(['open', 'upheld', 'rejected']),
  answer: z.string().nullable(),
  dueAt: instant,
})
export type Appeal = z.infer<typeof Appeal>

/** An objection that a unit owes an answer, and what it is to: a node, a plate or the evaluation of a project. */
export const OwedAppeal = Appeal.extend({
  node: z.string().nullable(),
  plate: z.string().nullable(),
  project: z.string().nullable(),
  title: z.string(),
})
export type OwedAppeal = z.infer<typeof OwedAppeal>

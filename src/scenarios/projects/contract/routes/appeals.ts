import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { all, inNode, tag } from './parts.ts'

/** Objections and their answers. */
export const appeals = {
  appeal: route({
    method: 'POST',
    path: '/nodes/{node}/appeals',
    access: { permission: 'projects.report' },
    tag,
    summary: 'Disagree with a lamp; the objection is an obligation of the lead unit',
  })
    .input(inNode.extend({ reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ appeal: z.string(), dueAt: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.appeal.open')),
  appealPlace: route({
    method: 'GET',
    path: '/appeals/{appeal}',
    access: 'signed-in',
    tag,
    summary: 'Where the thing stands that an objection is about, for whom the objection concerns',
  })
    .input(z.object({ appeal: z.uuid() }))
    .output(z.object({ page: z.string() })),
  answerAppeal: route({
    method: 'POST',
    path: '/appeals/{appeal}/answer',
    access: 'signed-in',
    tag,
    summary: 'Answer an objection with reasons',
  })
    .input(z.object({ appeal: z.uuid(), upheld: z.boolean(), reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ appeal: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.appeal.closed')),
} as const

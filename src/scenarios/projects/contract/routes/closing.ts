import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { Evaluation } from '../life.ts'
import { PlanState } from '../views.ts'
import { all, tag } from './parts.ts'

const inProject = z.object({ project: z.uuid() })
const lead = { permission: 'projects.lead' }
const Settled = z.object({ project: z.string(), state: PlanState, entry: z.string() })

/** The end of a project: evaluation, objections to it, archive. */
export const closing = {
  close: route({
    method: 'POST',
    path: '/projects/{project}/close',
    access: lead,
    tag,
    summary: 'Close a project whose nodes are all accepted, with an evaluation of each person and unit',
  })
    .input(
      inProject.extend({
        words: z.string().trim().max(2000).default('').describe('The lead’s words on the whole'),
        about: z
          .array(
            z.object({
              subject: z.enum(['person', 'organisation']),
              id: z.string().max(64),
              words: z.string().trim().max(1000),
            }),
          )
          .max(2000)
          .default([])
          .describe('The lead’s words on persons and units'),
      }),
    )
    .output(Settled.extend({ evaluations: z.number().int() }))
    .errors(refusalErrors(all, 'projects.project.not-running', 'projects.project.open-nodes')),
  evaluations: route({
    method: 'GET',
    path: '/projects/{project}/evaluations',
    access: 'signed-in',
    tag,
    summary: 'The closing evaluation: all of it for who leads or supervises, one’s own for everybody else',
  })
    .input(inProject)
    .output(
      z.object({
        words: z.string().describe('The lead’s words on the whole'),
        evaluations: z.array(Evaluation),
        isClosed: z.boolean().describe('Where not, what the evaluation would say today'),
      }),
    ),
  archive: route({
    method: 'POST',
    path: '/projects/{project}/archive',
    access: lead,
    tag,
    summary: 'Archive a closed project: it can only be read from then on',
  })
    .input(inProject)
    .output(Settled)
    .errors(refusalErrors(all, 'projects.project.not-closed')),
  appealEvaluation: route({
    method: 'POST',
    path: '/evaluations/{evaluation}/appeals',
    access: 'signed-in',
    tag,
    summary: 'Disagree with one’s own evaluation; the lead unit owes an answer',
  })
    .input(z.object({ evaluation: z.uuid(), reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ appeal: z.string(), dueAt: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.appeal.open')),
} as const

import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { NodeHolder } from '../life.ts'
import { PlanState } from '../views.ts'
import { all, tag } from './parts.ts'

const inProject = z.object({ project: z.uuid() })
const reason = z.string().trim().min(2).max(2000)
const lead = { permission: 'projects.lead' }

/** Said where the county's rule lets a start pass in spite of what the plan check found. */
const despiteFindings = z
  .boolean()
  .default(false)
  .describe('Whoever asks knows what stands in the way, and starts all the same where the county allows it')

/** What an act on a project's life answers. */
const Settled = z.object({ project: z.string(), state: PlanState, entry: z.string() })

/** The life of a project. */
export const life = {
  start: route({
    method: 'POST',
    path: '/projects/{project}/start',
    access: lead,
    tag,
    summary: 'Start a draft: clocks begin to run; a kind that needs approval is proposed instead',
  })
    .input(inProject.extend({ despiteFindings }))
    .output(Settled.extend({ started: z.array(z.string()) }))
    .errors(refusalErrors(all, 'projects.project.not-draft', 'projects.start.blocked', 'projects.start.unconfirmed')),
  decideStart: route({
    method: 'POST',
    path: '/projects/{project}/start-decision',
    access: { permission: 'projects.approve' },
    tag,
    summary: 'Approve a proposed start, and clocks begin to run, or send the draft back with a reason',
  })
    .input(inProject.extend({ approved: z.boolean(), note: z.string().trim().max(2000).default(''), despiteFindings }))
    .output(Settled.extend({ started: z.array(z.string()) }))
    .errors(
      refusalErrors(
        all,
        'projects.project.not-proposed',
        'projects.project.own-approval',
        'projects.note.missing',
        'projects.start.blocked',
        'projects.start.unconfirmed',
      ),
    ),
  pause: route({
    method: 'POST',
    path: '/projects/{project}/pause',
    access: lead,
    tag,
    summary: 'Pause a running project: its clocks stop',
  })
    .input(inProject.extend({ reason }))
    .output(Settled)
    .errors(refusalErrors(all, 'projects.project.not-running')),
  resume: route({
    method: 'POST',
    path: '/projects/{project}/resumption',
    access: lead,
    tag,
    summary: 'Let a paused project go on: what was still to come moves by the working time of the pause',
  })
    .input(inProject.extend({ reason }))
    .output(Settled)
    .errors(refusalErrors(all, 'projects.project.not-paused')),
  holders: route({
    method: 'GET',
    path: '/units/{unit}/node-holders',
    access: { permission: 'projects.hand-over' },
    tag,
    summary: 'Who holds open nodes in a unit and its sections, those who have left first',
  })
    .input(z.object({ unit: z.string().max(64) }))
    .output(
      z.object({
        holders: z.array(NodeHolder),
        colleagues: z.array(z.object({ unit: z.string(), person: z.string(), name: z.string() })),
      }),
    ),
  handOver: route({
    method: 'POST',
    path: '/units/{unit}/hand-overs',
    access: { permission: 'projects.hand-over' },
    tag,
    summary: 'Hand all open nodes of a person over to another person of the unit',
  })
    .input(z.object({ unit: z.string().max(64), from: z.uuid(), to: z.uuid(), reason }))
    .output(z.object({ nodes: z.array(z.string()), entry: z.string().nullable() }))
    .errors(
      refusalErrors(all, 'projects.hand-over.not-in-unit', 'projects.hand-over.nothing', 'projects.hand-over.same'),
    ),
} as const

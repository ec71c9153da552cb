import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { LevellingProposal, PlanCheck, ProjectSchedule } from '../check.ts'
import { tag } from './parts.ts'

const inProject = z.object({ project: z.uuid() })
const access = { permission: 'projects.read' }

/** What is reckoned of a plan: whether it is sound, when its nodes can and must be, how its load could be levelled. */
export const check = {
  check: route({
    method: 'GET',
    path: '/projects/{project}/check',
    access,
    tag,
    summary: 'Whether a plan is sound: every finding with its place and remedy, and the load of its people',
  })
    .input(inProject)
    .output(PlanCheck),
  schedule: route({
    method: 'GET',
    path: '/projects/{project}/schedule',
    access,
    tag,
    summary: 'Earliest and latest dates, slack, critical path and forecast of each node',
  })
    .input(inProject)
    .output(ProjectSchedule),
  levelling: route({
    method: 'GET',
    path: '/projects/{project}/levelling',
    access,
    tag,
    summary: 'A proposal that levels the load of its people; it changes nothing',
  })
    .input(inProject)
    .output(LevellingProposal),
} as const

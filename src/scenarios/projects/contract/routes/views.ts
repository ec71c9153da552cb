import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { NodeDetail, ProjectDetail, ProjectRow, Today, UnitOverview, Why } from '../views.ts'
import { inNode, tag } from './parts.ts'

/** What people read of projects: their day, their unit, lists, one project, one node and why. */
export const views = {
  today: route({
    method: 'GET',
    path: '/today',
    access: 'signed-in',
    tag,
    summary: 'What I must do: late, today, waiting on others',
  }).output(Today),
  unit: route({
    method: 'GET',
    path: '/units/{unit}',
    access: { permission: 'projects.read' },
    tag,
    summary: 'One unit’s nodes by person, late first',
  })
    .input(z.object({ unit: z.string().max(64) }))
    .output(UnitOverview),
  list: route({
    method: 'GET',
    path: '/projects',
    access: { permission: 'projects.read' },
    tag,
    summary: 'Projects that the post may see, most urgent first',
  })
    .input(
      z.object({
        search: z.string().trim().max(100).optional(),
        lamp: z.enum(['white', 'blue', 'green', 'yellow', 'red']).optional(),
        unit: z.string().max(64).optional(),
        after: z.string().max(200).optional().describe('Cursor of the page before'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ projects: z.array(ProjectRow), next: z.string().nullable(), total: z.number().int() })),
  project: route({
    method: 'GET',
    path: '/projects/{project}',
    access: { permission: 'projects.read' },
    tag,
    summary: 'One project with its tree of nodes',
  })
    .input(
      z.object({
        project: z.uuid(),
        nodes: z.enum(['all', 'none']).default('all').describe('none: how it stands, without its tree'),
      }),
    )
    .output(ProjectDetail),
  node: route({
    method: 'GET',
    path: '/nodes/{node}',
    access: 'signed-in',
    tag,
    summary: 'One node: what, clock and ladder, trail',
  })
    .input(inNode)
    .output(NodeDetail),
  why: route({
    method: 'GET',
    path: '/nodes/{node}/why',
    access: 'signed-in',
    tag,
    summary: 'Why the lamp is as it is: rule, version, facts, entries; the look is recorded',
  })
    .input(inNode)
    .output(Why),
} as const

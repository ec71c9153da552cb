import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { Chart } from '../chart.ts'
import { tag } from './parts.ts'

/** What the drawn views of a project read. */
export const chart = {
  chart: route({
    method: 'GET',
    path: '/projects/{project}/chart',
    access: { permission: 'projects.read' },
    tag,
    summary: 'One project to be drawn: dates, links, slack, critical path, days off',
  })
    .input(z.object({ project: z.uuid() }))
    .output(Chart),
} as const

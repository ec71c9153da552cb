import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { all, tag } from './parts.ts'

/** The life of a project. */
export const life = {
  start: route({
    method: 'POST',
    path: '/projects/{project}/start',
    access: { permission: 'projects.lead' },
    tag,
    summary: 'Start a draft: clocks begin to run',
  })
    .input(z.object({ project: z.uuid() }))
    .output(z.object({ project: z.string(), started: z.array(z.string()), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.project.not-draft')),
} as const

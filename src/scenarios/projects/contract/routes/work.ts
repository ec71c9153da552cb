import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { Acknowledged, all, evidence, inNode, note, tag } from './parts.ts'

/** Work on a node: report, hand in, accept, return. */
export const work = {
  report: route({
    method: 'POST',
    path: '/nodes/{node}/reports',
    access: { permission: 'projects.report' },
    tag,
    summary: 'Report progress on a node, with evidence',
  })
    .input(
      inNode.extend({
        progress: z.number().int().min(0).max(99).describe('Per cent; 100 is reached by submission'),
        note,
        evidence: evidence.default([]),
      }),
    )
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'plans.node.not-started',
        'plans.node.done',
        'plans.node.submitted',
        'plans.node.progress-backwards',
        'projects.node.evidence-unknown',
        'projects.project.not-running',
        'projects.project.paused',
      ),
    ),
  submit: route({
    method: 'POST',
    path: '/nodes/{node}/submissions',
    access: { permission: 'projects.report' },
    tag,
    summary: 'Submit the deliverable for acceptance',
  })
    .input(inNode.extend({ note, evidence: evidence.default([]) }))
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'plans.node.not-started',
        'plans.node.done',
        'plans.node.submitted',
        'projects.node.evidence-missing',
        'projects.node.evidence-unknown',
        'projects.project.not-running',
        'projects.project.paused',
      ),
    ),
  accept: route({
    method: 'POST',
    path: '/nodes/{node}/acceptance',
    access: { permission: 'projects.accept' },
    tag,
    summary: 'Accept the deliverable; the next nodes start',
  })
    .input(inNode.extend({ note: note.default('') }))
    .output(Acknowledged.extend({ started: z.array(z.string()).describe('Nodes that started with it') }))
    .errors(refusalErrors(all, 'plans.node.not-submitted', 'projects.node.own-acceptance', 'projects.project.paused')),
  return: route({
    method: 'POST',
    path: '/nodes/{node}/returns',
    access: { permission: 'projects.accept' },
    tag,
    summary: 'Return the deliverable with a reason; the lamp turns yellow',
  })
    .input(inNode.extend({ reason: z.string().trim().min(2).max(2000) }))
    .output(Acknowledged)
    .errors(refusalErrors(all, 'plans.node.not-submitted', 'projects.node.own-acceptance', 'projects.project.paused')),
} as const

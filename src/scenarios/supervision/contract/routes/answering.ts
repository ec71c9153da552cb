import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { Acknowledged, all, evidence, inDuty, note, reason, tag } from '../parts.ts'

const answer = { permission: 'supervision.answer' } as const
const head = { permission: 'supervision.head' } as const

/** What the responsible unit does: acknowledge, report, submit; delegate, ask for time, dispute, appeal. */
export const answering = {
  acknowledge: route({
    ...{ method: 'POST', path: '/duties/{duty}/acknowledgement', access: answer, tag },
    summary: 'Acknowledge a duty',
  })
    .input(inDuty)
    .output(Acknowledged)
    .errors(refusalErrors(all, 'supervision.duty.acknowledged', 'obligations.obligation.not-open')),
  report: route({
    ...{ method: 'POST', path: '/duties/{duty}/reports', access: answer, tag },
    summary: 'Report progress, with evidence',
  })
    .input(inDuty.extend({ note: note.min(2), evidence }))
    .output(Acknowledged)
    .errors(refusalErrors(all, 'supervision.duty.evidence-unknown', 'obligations.obligation.not-open')),
  submit: route({
    ...{ method: 'POST', path: '/duties/{duty}/submissions', access: answer, tag },
    summary: 'Submit the answer; the lead once every co-operating unit is accepted',
  })
    .input(inDuty.extend({ note: note.min(2), evidence }))
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'supervision.duty.evidence-missing',
        'supervision.duty.evidence-unknown',
        'supervision.duty.parts-open',
        'obligations.obligation.not-open',
      ),
    ),
  delegate: route({
    ...{ method: 'POST', path: '/duties/{duty}/delegation', access: head, tag },
    summary: 'Name the person of the unit who answers; clock and rung stay',
  })
    .input(inDuty.extend({ person: z.uuid() }))
    .output(Acknowledged)
    .errors(refusalErrors(all, 'supervision.duty.not-in-unit', 'obligations.obligation.not-open')),
  askExtension: route({
    ...{ method: 'POST', path: '/duties/{duty}/extension-requests', access: head, tag },
    summary: 'Ask for more time before the deadline; the level above decides',
  })
    .input(inDuty.extend({ until: z.iso.datetime({ offset: true }), reason }))
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'supervision.extension.after-deadline',
        'supervision.extension.not-later',
        'supervision.extension.beyond-lead',
        'supervision.extension.used-up',
        'supervision.request.open',
        'obligations.obligation.not-open',
      ),
    ),
  dispute: route({
    ...{ method: 'POST', path: '/duties/{duty}/disputes', access: head, tag },
    summary: 'Dispute the assignment; the clock stands still until the two offices decide',
  })
    .input(inDuty.extend({ reason }))
    .output(Acknowledged)
    .errors(
      refusalErrors(all, 'supervision.dispute.too-late', 'supervision.request.open', 'obligations.obligation.not-open'),
    ),
  appeal: route({
    ...{ method: 'POST', path: '/duties/{duty}/appeals', access: head, tag },
    summary: 'Appeal against one passing of the ladder, once',
  })
    .input(inDuty.extend({ level: z.number().int().min(1).max(9), reason }))
    .output(Acknowledged)
    .errors(
      refusalErrors(all, 'supervision.appeal.no-passing', 'supervision.appeal.decided', 'supervision.request.open'),
    ),
} as const

import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { Acknowledged, all, inDuty, note, reason, tag, unit } from '../parts.ts'
import { DutyDetail } from '../views.ts'

const accept = { permission: 'supervision.accept' } as const

/** What those do who gave a duty or watch over it: look, accept, return, urge, decide. */
export const watching = {
  duty: route({
    ...{ method: 'GET', path: '/duties/{duty}', access: 'signed-in', tag },
    summary: 'One duty: what, clock and ladder, why on each passing, trail',
  })
    .input(inDuty)
    .output(DutyDetail),
  accept: route({
    ...{ method: 'POST', path: '/duties/{duty}/acceptance', access: accept, tag },
    summary: 'Take the answer: only now is the duty answered',
  })
    .input(inDuty.extend({ note: note.default('') }))
    .output(Acknowledged)
    .errors(refusalErrors(all, 'supervision.duty.own-acceptance', 'obligations.obligation.not-submitted')),
  return: route({
    ...{ method: 'POST', path: '/duties/{duty}/returns', access: accept, tag },
    summary: 'Give the answer back with a reason; the clock goes on',
  })
    .input(inDuty.extend({ reason }))
    .output(Acknowledged)
    .errors(refusalErrors(all, 'supervision.duty.own-acceptance', 'obligations.obligation.not-submitted')),
  remind: route({
    ...{ method: 'POST', path: '/duties/{duty}/reminders', access: accept, tag },
    summary: 'Urge the debtor, a limited number of times',
  })
    .input(inDuty.extend({ note: note.default('') }))
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'supervision.reminder.used-up',
        'supervision.reminder.too-soon',
        'obligations.obligation.not-open',
      ),
    ),
  decide: route({
    ...{ method: 'POST', path: '/duty-requests/{request}/decision', access: accept, tag },
    summary: 'Decide an extension, a dispute or an appeal, with reasons',
  })
    .input(
      z.object({
        request: z.uuid(),
        granted: z.boolean(),
        reason,
        unit: unit.optional().describe('Who takes over a duty whose assignment was rightly disputed'),
      }),
    )
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'supervision.request.closed',
        'supervision.request.unit-needed',
        'supervision.matter.unit-unknown',
      ),
    ),
} as const

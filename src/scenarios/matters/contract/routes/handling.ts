import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { afterInstant, next } from '#platform/contract/next-page.ts'
import { Acted, all, FormValues, inCase, inOutcome, inStep, note, reason, tag } from '../parts.ts'
import { CaseView, QueueLine } from '../views.ts'

const access = { permission: 'matters.handle' } as const

/** What bureaus do with cases. */
export const handling = {
  queue: route({ method: 'GET', path: '/cases/queue', access, tag, summary: 'Steps of my unit, most urgent first' })
    .input(z.object({ after: afterInstant, limit: z.coerce.number().int().min(1).max(500).default(100) }))
    .output(z.object({ steps: z.array(QueueLine), next })),
  case: route({
    ...{ method: 'GET', path: '/cases/{case}', access: 'signed-in', tag },
    summary: 'One case, for the units that took it or handle it',
  })
    .input(inCase)
    .output(CaseView),
  paper: route({
    ...{ method: 'GET', path: '/cases/{case}/papers/{paper}', access: 'signed-in', tag },
    summary: 'The receipt or the decision, as a PDF to print',
  })
    .input(inCase.extend({ paper: z.enum(['receipt', 'decision']) }))
    .output(z.file())
    .errors(refusalErrors(all, 'casework.case.undecided')),
  complete: route({
    ...{ method: 'POST', path: '/cases/{case}/steps/{step}/completion', access, tag },
    summary: 'A step is done; those that waited for it open',
  })
    .input(inStep.extend({ note, gives: FormValues.default({}) }))
    .output(Acted)
    .errors(refusalErrors(all, 'casework.step.not-open', 'casework.step.other-unit', 'casework.step.gives-missing')),
  refuse: route({
    ...{ method: 'POST', path: '/cases/{case}/steps/{step}/refusal', access, tag },
    summary: 'Reject the case at a step that decides, with the reason',
  })
    .input(inStep.extend({ reason }))
    .output(Acted)
    .errors(refusalErrors(all, 'casework.step.not-open', 'casework.step.other-unit', 'casework.step.not-deciding')),
  askCorrection: route({
    ...{ method: 'POST', path: '/cases/{case}/steps/{step}/correction-request', access, tag },
    summary: 'Ask once, with the whole list, for what is missing; the step’s clock stands still',
  })
    .input(inStep.extend({ list: z.array(z.string().trim().min(2).max(300)).min(1).max(20) }))
    .output(Acted)
    .errors(
      refusalErrors(all, 'casework.step.not-open', 'casework.step.other-unit', 'casework.correction.asked-before'),
    ),
  reorderPayment: route({
    ...{ method: 'POST', path: '/cases/{case}/outcomes/{outcome}/order', access: { permission: 'matters.pay' }, tag },
    summary:
      'Order a payment anew that the bank did not take, with the reason, under a new number; every earlier one is closed first',
  })
    .input(inOutcome.extend({ reason }))
    .output(Acted)
    .errors(refusalErrors(all, 'casework.payment.not-failed', 'casework.payment.other-unit')),
  reopen: route({
    ...{ method: 'POST', path: '/cases/{case}/reopening', access: { permission: 'matters.reopen' }, tag },
    summary: 'Handle a rejected case again after a reconsideration',
  })
    .input(inCase.extend({ reason }))
    .output(Acted)
    .errors(refusalErrors(all, 'casework.case.not-rejected')),
} as const

import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { TimeLeft } from '#platform/contract/time-left.ts'
import { refusals } from '../../refusals.ts'
import { LookView, reason, tag, Unit } from '../parts.ts'
import { lookUpStates } from '../words.ts'

const before = z.iso.datetime({ offset: true }).optional().describe('Older than this instant, to page on')

/** The record of look-ups, and disputes about what they brought. */
export const looks = {
  looks: route({
    ...{ method: 'GET', path: '/data/look-ups', access: { permission: 'data-hub.looks' }, tag },
    summary: 'Look-ups, the last first: those of units in reach, and those of their data; no values, no names',
  })
    .input(z.object({ dataset: z.string().max(40).optional(), state: z.enum(lookUpStates).optional(), before }))
    .output(z.object({ looks: z.array(LookView), more: z.boolean() })),
  looksAtSubject: route({
    ...{ method: 'POST', path: '/data/looks-at-subject', access: { permission: 'data-hub.subject' }, tag },
    summary: 'Who looked at the data of one person or enterprise, at their own request; this look is recorded too',
  })
    .input(
      z.object({ kind: z.enum(['person', 'enterprise']), number: z.string().trim().min(5).max(40), reason, before }),
    )
    .output(z.object({ looks: z.array(LookView), masked: z.string() }))
    .errors(refusalErrors(refusals, 'data-hub.subject.number-wrong')),
  disputes: route({
    ...{ method: 'GET', path: '/data/disputes', access: { permission: 'data-hub.dispute' }, tag },
    summary: 'Disputes of units in reach, raised by them or about their data, the last first',
  }).output(
    z.object({
      disputes: z.array(
        z.object({
          dispute: z.string(),
          datasetName: z.string(),
          fieldName: z.string(),
          owner: Unit,
          raisedBy: z.string().describe('The unit, or 本人'),
          at: z.iso.datetime(),
          state: z.enum(['open', 'corrected', 'upheld']),
          left: TimeLeft.nullable().describe('Until an open one must be answered'),
          statement: z.string().nullable().describe('Only for whoever raised it and for the owner'),
          answer: z.string().nullable(),
          obligation: z.string(),
          mayAnswer: z.boolean(),
        }),
      ),
    }),
  ),
  disputable: route({
    ...{ method: 'GET', path: '/data/disputes/looks/{lookUp}', access: { permission: 'data-hub.dispute' }, tag },
    summary: 'A look-up of one’s own unit, to say that a field of it is wrong',
  })
    .input(z.object({ lookUp: z.uuid() }))
    .output(LookView),
  dispute: route({
    ...{ method: 'POST', path: '/data/disputes', access: { permission: 'data-hub.dispute' }, tag },
    summary: 'Say that a field which a look-up of one’s own unit brought is wrong: its owner owes an answer',
  })
    .input(
      z.object({ lookUp: z.uuid(), field: z.string().min(1).max(40), statement: z.string().trim().min(2).max(2000) }),
    )
    .output(z.object({ dispute: z.string(), dueAt: z.string(), entry: z.string() }))
    .errors(refusalErrors(refusals, 'data-hub.dispute.nothing-brought', 'data-hub.dispute.open')),
  answerDispute: route({
    ...{ method: 'POST', path: '/data/disputes/{dispute}/answer', access: { permission: 'data-hub.answer' }, tag },
    summary: 'Answer as the owner: put right, or right as it is, and why',
  })
    .input(z.object({ dispute: z.uuid(), corrected: z.boolean(), answer: z.string().trim().min(2).max(2000) }))
    .output(z.object({ entry: z.string() }))
    .errors(refusalErrors(refusals, 'data-hub.dispute.answered')),
} as const

import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { ruleRefusals } from '#platform/contract/rule-refusals.ts'
import { Checked, Document, ModelDetail, ModelLine, Tried, VersionDetail } from './contract/parts.ts'

const tag = '规则 Rules'
const read = { permission: 'rules.read' } as const
const edit = { permission: 'rules.edit' } as const
const inModel = z.object({ model: z.string().min(1).max(40) })
const inVersion = inModel.extend({ version: z.coerce.number().int().positive() })
const reason = z.string().trim().min(2).max(500)
const unreadable = [
  'rules.model.unknown',
  'rules.model.malformed',
  'rules.model.doctype',
  'rules.model.large',
  'rules.model.namespace',
  'rules.model.import',
  'rules.model.name',
  'rules.model.reference',
  'rules.model.loop',
  'rules.time.over',
] as const

/** The rules of the county as decision models: read, edit, try on past cases, propose, approve. */
export const contract = {
  models: route({
    ...{ method: 'GET', path: '/rules', access: read, tag },
    summary: 'Every decision model in force',
  }).output(z.object({ models: z.array(ModelLine) })),
  model: route({
    ...{ method: 'GET', path: '/rules/{model}', access: read, tag },
    summary: 'A decision model: the document in force, its decisions, its versions and proposals',
  })
    .input(inModel)
    .output(ModelDetail)
    .errors(refusalErrors(ruleRefusals, 'rules.model.unknown')),
  version: route({
    ...{ method: 'GET', path: '/rules/{model}/versions/{version}', access: read, tag },
    summary: 'One version of a decision model with its document',
  })
    .input(inVersion)
    .output(VersionDetail)
    .errors(refusalErrors(ruleRefusals, 'rules.proposal.unknown')),
  check: route({
    ...{ method: 'POST', path: '/rules/{model}/checks', access: edit, tag },
    summary: 'Read a document and every expression in it; nothing is written',
  })
    .input(inModel.extend({ xml: Document }))
    .output(Checked)
    .errors(refusalErrors(ruleRefusals, ...unreadable)),
  tryOut: route({
    ...{ method: 'POST', path: '/rules/{model}/trials', access: edit, tag },
    summary: 'Work past cases out under a document and the version in force; nothing is written',
  })
    .input(
      inModel.extend({
        xml: Document,
        decision: z.string().min(1).max(200),
        cases: z
          .array(z.record(z.string(), z.unknown()))
          .max(5000)
          .optional()
          .describe('Facts of past cases; left out, those of the cases decided last'),
      }),
    )
    .output(Tried)
    .errors(refusalErrors(ruleRefusals, ...unreadable, 'rules.decision.unknown')),
  propose: route({
    ...{ method: 'POST', path: '/rules/{model}/versions', access: edit, tag },
    summary: 'Propose a new version from a day on; another person approves it',
  })
    .input(
      inModel.extend({
        ...{ xml: Document, effectiveFrom: z.iso.date(), reason },
        tried: z.object({ cases: z.number().int(), changed: z.number().int(), lost: z.number().int() }).nullable(),
      }),
    )
    .output(z.object({ version: z.number().int(), entry: z.string() }))
    .errors(
      refusalErrors(
        ruleRefusals,
        ...unreadable,
        'rules.proposal.same',
        'rules.proposal.day-past',
        'rules.proposal.faulty',
        'rules.proposal.decision-gone',
        'rules.proposal.fact-unknown',
      ),
    ),
  withdraw: route({
    ...{ method: 'POST', path: '/rules/{model}/versions/{version}/withdrawal', access: edit, tag },
    summary: 'Withdraw what one proposed oneself',
  })
    .input(inVersion.extend({ reason }))
    .output(z.object({ entry: z.string() }))
    .errors(refusalErrors(ruleRefusals, 'rules.proposal.unknown', 'rules.proposal.not-own', 'rules.proposal.decided')),
  decide: route({
    ...{
      method: 'POST',
      path: '/rules/{model}/versions/{version}/decision',
      access: { permission: 'rules.approve' },
      tag,
    },
    summary: 'Approve or reject what another person proposed',
  })
    .input(inVersion.extend({ act: z.enum(['approve', 'reject']), reason }))
    .output(z.object({ entry: z.string() }))
    .errors(
      refusalErrors(
        ruleRefusals,
        'rules.proposal.unknown',
        'rules.proposal.own',
        'rules.proposal.decided',
        'rules.proposal.day-past',
      ),
    ),
} as const

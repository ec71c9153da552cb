import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { CreditCode } from '#platform/contract/enterprise-contract.ts'
import { residentRefusals } from '#platform/contract/resident-refusals.ts'
import {
  Acted,
  account,
  all,
  FormValues,
  files,
  inCase,
  inMatter,
  inOutcome,
  note,
  reason,
  Submitted,
  Supplied,
  tag,
} from '../parts.ts'
import { CaseLine, CaseView, Draft } from '../views.ts'

const access = 'resident' as const
const helped = { ...all, ...residentRefusals }

/** For whom a helper acts, under a mandate; oneself where it is left out. */
const resident = z.uuid().optional()

/** For which enterprise one acts, as its legal representative or under a mandate. */
const enterprise = CreditCode.optional()

/** A resident's own cases. */
export const own = {
  prefill: route({
    ...{ method: 'POST', path: '/portal/prefills', access, tag },
    summary: 'What departments hold for the form of a matter, with source and day, before anything is typed',
  })
    .input(inMatter.extend({ resident, enterprise }))
    .output(
      z.object({
        values: z.array(
          z.object({
            field: z.string(),
            value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
            source: z.string(),
            asOf: z.string().nullable(),
          }),
        ),
        /** Materials whose departments did not answer; they are asked again after the submission. */
        waiting: z.array(z.string()),
      }),
    )
    .errors(
      refusalErrors(
        helped,
        'casework.matter.unknown',
        'casework.applicant.unverified',
        'residents.mandate.none',
        'residents.enterprise.none',
      ),
    ),
  submit: route({
    ...{ method: 'POST', path: '/portal/cases', access, tag },
    summary: 'Ask for a matter; data is gathered and, where the rule decides, the answer comes at once',
  })
    .input(
      inMatter.extend({
        form: FormValues,
        materials: Supplied,
        channel: z.enum(['phone', 'television']).default('phone'),
        resident,
        enterprise,
      }),
    )
    .output(Submitted)
    .errors(
      refusalErrors(
        helped,
        'residents.mandate.none',
        'residents.enterprise.none',
        'casework.matter.unknown',
        'casework.applicant.kind',
        'casework.applicant.unverified',
        'casework.form.invalid',
        'casework.material.missing',
        'casework.material.unknown',
        'casework.material.file-unknown',
        'casework.case.under-way',
      ),
    ),
  mine: route({
    method: 'GET',
    path: '/portal/cases',
    access,
    tag,
    summary: 'My cases, those of an enterprise for which I act, or those in which I help somebody; newest first',
  })
    .input(
      z.object({
        before: z.iso.datetime({ offset: true }).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(30),
        enterprise,
        resident,
      }),
    )
    .output(z.object({ cases: z.array(CaseLine) })),
  myCase: route({ method: 'GET', path: '/portal/cases/{case}', access, tag, summary: 'One of my cases' })
    .input(inCase)
    .output(CaseView)
    .errors(refusalErrors(helped, 'residents.mandate.none')),
  supply: route({
    ...{ method: 'POST', path: '/portal/cases/{case}/materials', access, tag },
    summary: 'Supply the paper that data could not bring',
  })
    .input(inCase.extend({ material: z.string().max(40), files: z.array(z.uuid()).min(1).max(20) }))
    .output(Acted)
    .errors(
      refusalErrors(
        helped,
        'residents.mandate.none',
        'casework.case.not-gathering',
        'casework.material.unknown',
        'casework.material.there',
        'casework.material.by-data-only',
        'casework.material.file-unknown',
      ),
    ),
  agree: route({
    ...{ method: 'POST', path: '/portal/cases/{case}/consents', access, tag },
    summary: 'Agree that a material is looked up for my case, where the law alone does not allow it; asked for at once',
  })
    .input(inCase.extend({ material: z.string().max(40) }))
    .output(Acted)
    .errors(
      refusalErrors(
        helped,
        'residents.mandate.none',
        'casework.case.not-gathering',
        'casework.consent.not-asked',
        'casework.consent.not-own',
      ),
    ),
  correct: route({
    ...{ method: 'POST', path: '/portal/cases/{case}/corrections', access, tag },
    summary: 'Answer what a step asked for; its clock goes on',
  })
    .input(inCase.extend({ step: z.string().max(40), note, files }))
    .output(Acted)
    .errors(
      refusalErrors(helped, 'residents.mandate.none', 'casework.correction.none', 'casework.material.file-unknown'),
    ),
  correctAccount: route({
    ...{ method: 'POST', path: '/portal/cases/{case}/outcomes/{outcome}/account', access, tag },
    summary:
      'Send a payment that the bank gave back to another account, under a new number; the old one is closed first',
  })
    .input(inOutcome.extend({ account }))
    .output(Acted)
    .errors(
      refusalErrors(
        helped,
        'residents.mandate.none',
        'casework.payment.not-returned',
        'casework.payment.same-account',
        'casework.payment.account-invalid',
      ),
    ),
  withdraw: route({
    ...{ method: 'POST', path: '/portal/cases/{case}/withdrawal', access, tag },
    summary: 'Take the request back',
  })
    .input(inCase.extend({ reason }))
    .output(Acted)
    .errors(refusalErrors(helped, 'residents.mandate.none', 'casework.case.over')),
  myPaper: route({
    ...{ method: 'GET', path: '/portal/cases/{case}/papers/{paper}', access, tag },
    summary: 'The receipt or the decision, as a PDF to print',
  })
    .input(inCase.extend({ paper: z.enum(['receipt', 'decision']) }))
    .output(z.file())
    .errors(refusalErrors(helped, 'residents.mandate.none', 'casework.case.undecided')),
  draft: route({ method: 'GET', path: '/portal/drafts/{matter}', access, tag, summary: 'My draft for a matter' })
    .input(inMatter)
    .output(z.object({ draft: Draft.nullable() })),
  saveDraft: route({ method: 'PUT', path: '/portal/drafts/{matter}', access, tag, summary: 'Keep a draft' })
    .input(inMatter.extend({ form: FormValues, materials: Supplied }))
    .output(z.object({ savedAt: z.string() })),
  dropDraft: route({ method: 'DELETE', path: '/portal/drafts/{matter}', access, tag, summary: 'Throw a draft away' })
    .input(inMatter)
    .output(z.object({ dropped: z.literal(true) })),
} as const

import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
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
import { CaseLine, Draft } from '../views.ts'

const access = { permission: 'matters.accept' } as const

/** Whoever stands at the window: a person with an identity card, an enterprise with its code, or a unit. */
export const AtWindow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    name: z.string().trim().min(1).max(50),
    number: z.string().trim().min(15).max(20),
    phone: z.string().trim().max(20).optional(),
    rename: z
      .boolean()
      .default(false)
      .describe('The card was looked at again: a name that a window mistyped follows it'),
  }),
  z.object({ kind: z.literal('enterprise'), name: z.string().trim().min(2).max(100), number: z.string().length(18) }),
  z.object({ kind: z.literal('unit') }),
  z.object({ kind: z.literal('mandate'), resident: z.uuid().describe('Who gave a mandate to whoever acts') }),
])

/** Whoever is being received, as far as it is typed. */
export const HalfKnown = z.object({
  kind: z.enum(['person', 'enterprise', 'unit', 'mandate']),
  name: z.string().max(100).default(''),
  number: z.string().max(20).default(''),
  phone: z.string().max(20).default(''),
  resident: z.uuid().optional(),
})
export type HalfKnown = z.infer<typeof HalfKnown>

/** What a clerk has typed so far of a form: that clerk's alone, gone when it is handed in, else with the day. */
const drafts = {
  draftAtWindow: route({
    ...{ method: 'GET', path: '/window-drafts/{matter}', access, tag },
    summary: 'What I left half filled in at the window today',
  })
    .input(inMatter)
    .output(z.object({ draft: Draft.extend({ applicant: HalfKnown }).nullable() })),
  saveDraftAtWindow: route({
    ...{ method: 'PUT', path: '/window-drafts/{matter}', access, tag },
    summary: 'Keep what is half filled in at the window, for me alone and until the end of the day',
  })
    .input(inMatter.extend({ applicant: HalfKnown, form: FormValues, materials: Supplied }))
    .output(z.object({ savedAt: z.string() })),
  dropDraftAtWindow: route({
    ...{ method: 'DELETE', path: '/window-drafts/{matter}', access, tag },
    summary: 'Throw away what is half filled in at the window',
  })
    .input(inMatter)
    .output(z.object({ dropped: z.literal(true) })),
} as const

/** What whoever took a case does for its applicant, who has come back. */
const forApplicant = {
  supplyFor: route({
    ...{ method: 'POST', path: '/cases/{case}/materials', access, tag },
    summary: 'Take the paper that data could not bring, at the window that took the case',
  })
    .input(inCase.extend({ material: z.string().max(40), files: z.array(z.uuid()).min(1).max(20) }))
    .output(Acted)
    .errors(
      refusalErrors(
        all,
        'casework.case.not-taken',
        'casework.case.not-gathering',
        'casework.material.unknown',
        'casework.material.there',
        'casework.material.by-data-only',
        'casework.material.file-unknown',
      ),
    ),
  correctFor: route({
    ...{ method: 'POST', path: '/cases/{case}/corrections', access, tag },
    summary: 'Answer for the applicant what a step asked for, at the window that took the case; the clock goes on',
  })
    .input(inCase.extend({ step: z.string().max(40), note, files }))
    .output(Acted)
    .errors(
      refusalErrors(all, 'casework.case.not-taken', 'casework.correction.none', 'casework.material.file-unknown'),
    ),
  correctAccountFor: route({
    ...{ method: 'POST', path: '/cases/{case}/outcomes/{outcome}/account', access, tag },
    summary:
      'Send a payment that the bank gave back to another account, for the applicant, at the window that took the case',
  })
    .input(inOutcome.extend({ account }))
    .output(Acted)
    .errors(
      refusalErrors(
        all,
        'casework.case.not-taken',
        'casework.payment.not-returned',
        'casework.payment.same-account',
        'casework.payment.account-invalid',
      ),
    ),
  withdrawFor: route({
    ...{ method: 'POST', path: '/cases/{case}/withdrawal', access, tag },
    summary: 'Take the request back for the applicant, at the window that took it',
  })
    .input(inCase.extend({ reason }))
    .output(Acted)
    .errors(refusalErrors(all, 'casework.case.not-taken', 'casework.case.over')),
} as const

/** One window for everything (综合窗口). */
export const window = {
  accept: route({
    ...{ method: 'POST', path: '/cases', access, tag },
    summary: 'Take a request at the window, or of a unit of the government itself; the same case as from the phone',
  })
    .input(inMatter.extend({ applicant: AtWindow, form: FormValues, materials: Supplied }))
    .output(Submitted)
    .errors(
      refusalErrors(
        { ...all, ...residentRefusals },
        'casework.matter.unknown',
        'casework.applicant.kind',
        'casework.form.invalid',
        'casework.material.missing',
        'casework.material.unknown',
        'casework.material.file-unknown',
        'casework.case.under-way',
        'residents.identity.malformed',
        'residents.identity.differs',
        'residents.identity.otherwise',
        'residents.mandate.none',
        'casework.applicant.unverified',
      ),
    ),
  taken: route({ method: 'GET', path: '/cases/taken', access, tag, summary: 'Cases that my unit took or asked for' })
    .input(
      z.object({
        number: z.string().trim().max(20).default(''),
        before: z.iso.datetime({ offset: true }).optional().describe('Only what was submitted before'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ cases: z.array(CaseLine) })),
  ...drafts,
  ...forApplicant,
} as const

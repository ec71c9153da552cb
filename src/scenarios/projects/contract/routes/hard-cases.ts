import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { CaseAnswer, ClaimInput, HardCaseDetail, HardCaseRow, HardCaseState, PublishInput } from '../hard-cases.ts'
import { all, evidence, note, tag } from './parts.ts'

const inCase = z.object({ case: z.uuid() })
const reason = z.string().trim().min(2).max(2000)
const publisher = { permission: 'projects.hard-case.publish' } as const
const team = { permission: 'projects.hard-case.claim' } as const

/** Hard cases (揭榜抢分): published, claimed by a team, worked, scored. */
export const hardCases = {
  hardCases: route({
    method: 'GET',
    path: '/hard-cases',
    access: 'signed-in',
    tag,
    summary: 'Hard cases: those that can be claimed first',
  })
    .input(z.object({ state: HardCaseState.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }))
    .output(z.object({ cases: z.array(HardCaseRow) })),
  hardCase: route({ method: 'GET', path: '/hard-cases/{case}', access: 'signed-in', tag, summary: 'One hard case' })
    .input(inCase)
    .output(HardCaseDetail),
  publishHardCase: route({
    method: 'POST',
    path: '/hard-cases',
    access: publisher,
    tag,
    summary: 'Publish a hard case with its points, deadline and rule of selection',
  })
    .input(PublishInput)
    .output(CaseAnswer)
    .errors(refusalErrors(all, 'projects.hard-case.past-deadline')),
  claimHardCase: route({
    method: 'POST',
    path: '/hard-cases/{case}/claims',
    access: team,
    tag,
    summary: 'Claim a case with a team; one claim wins by the rule stated',
  })
    .input(ClaimInput)
    .output(CaseAnswer)
    .errors(
      refusalErrors(
        all,
        'projects.hard-case.taken',
        'projects.hard-case.past-deadline',
        'projects.hard-case.shares',
        'projects.hard-case.claimed-already',
        'projects.hard-case.people-unknown',
      ),
    ),
  chooseTeam: route({
    method: 'POST',
    path: '/hard-cases/{case}/choice',
    access: publisher,
    tag,
    summary: 'Choose the team that gets the case',
  })
    .input(inCase.extend({ team: z.uuid() }))
    .output(CaseAnswer)
    .errors(refusalErrors(all, 'projects.hard-case.taken', 'projects.hard-case.own')),
  submitHardCase: route({
    method: 'POST',
    path: '/hard-cases/{case}/submissions',
    access: team,
    tag,
    summary: 'Hand in the result of a case, with evidence',
  })
    .input(inCase.extend({ note: note.min(2), evidence: evidence.min(1) }))
    .output(CaseAnswer)
    .errors(
      refusalErrors(
        all,
        'projects.hard-case.not-leader',
        'projects.hard-case.not-at',
        'projects.node.evidence-unknown',
      ),
    ),
  acceptHardCase: route({
    method: 'POST',
    path: '/hard-cases/{case}/acceptance',
    access: publisher,
    tag,
    summary: 'Accept the result: the points go to the members by their shares',
  })
    .input(inCase.extend({ note: note.default('') }))
    .output(CaseAnswer)
    .errors(refusalErrors(all, 'projects.hard-case.own', 'projects.hard-case.not-at')),
  returnHardCase: route({
    method: 'POST',
    path: '/hard-cases/{case}/returns',
    access: publisher,
    tag,
    summary: 'Give the result back with a reason',
  })
    .input(inCase.extend({ reason }))
    .output(CaseAnswer)
    .errors(refusalErrors(all, 'projects.hard-case.not-at')),
  withdrawHardCase: route({
    method: 'POST',
    path: '/hard-cases/{case}/withdrawal',
    access: publisher,
    tag,
    summary: 'Withdraw a case with a reason; it stays visible',
  })
    .input(inCase.extend({ reason }))
    .output(CaseAnswer)
    .errors(refusalErrors(all, 'projects.hard-case.not-at')),
} as const

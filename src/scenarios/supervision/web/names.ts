import { dotted } from '#platform/web/words/dotted.ts'
import type { Party } from '../contract/views.ts'

/** Where an obligation stands, in words. */
export const stateWords = {
  open: ['办理中', 'At work'],
  submitted: ['待验收', 'To be accepted'],
  answered: ['已办结', 'Answered'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const

/** How urgent. */
export const urgencyWords: Readonly<Record<string, readonly [string, string]>> = {
  standard: ['一般', 'Standard'],
  urgent: ['紧急', 'Urgent'],
}

/** Where a matter comes from. */
export const sourceWords = { meeting: ['会议', 'Meeting'], instruction: ['批示', 'Instruction'] } as const

/** What kind of obligation it is. */
export const kindWords: Readonly<Record<string, readonly [string, string]>> = {
  duty: ['交办', 'Given'],
  'duty-request': ['待答复', 'Request'],
  'plan-node': ['项目节点', 'Project node'],
  appeal: ['异议', 'Objection'],
  'case-step': ['办件步骤', 'Case step'],
  'data-dispute': ['数据异议', 'Data dispute'],
  'hard-case': ['攻坚', 'Hard case'],
}

/** A unit and its person. */
export function tellParty({ organisationName, personName }: Party): string {
  return dotted(organisationName, personName)
}

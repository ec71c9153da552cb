import { defineRefusals } from './refusal-registry.ts'

/** What the rules of the obligations engine may refuse. */
export const obligationRefusals = defineRefusals({
  'obligations.obligation.not-open': {
    status: 409,
    level: 'info',
    zh: '这项督办事项已提交或已办结，不能再次提交。',
    en: 'The obligation is handed in or answered already.',
  },
  'obligations.obligation.not-submitted': {
    status: 409,
    level: 'info',
    zh: '这项督办事项没有待确认的办理结果。',
    en: 'The obligation has no answer that waits to be judged.',
  },
})

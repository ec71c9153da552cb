import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { Appeal } from '../../contract/appeals.ts'
import type { AppealRow } from '../appeal-store.ts'
import { answerDays } from '../commands/open-appeal.ts'

/** An objection as screens show it. */
export function appealView(rules: CountyRules, row: AppealRow, names: Names): Appeal {
  return {
    appeal: row.id,
    at: row.appealed_at.toISOString(),
    by: `${names.post(row.post_id)} ${names.person(row.person_id)}`,
    reason: row.reason,
    state: row.state,
    answer: row.answer,
    dueAt: new Date(addWorkingDays(rules.calendar, row.appealed_at.getTime(), answerDays).at).toISOString(),
  }
}

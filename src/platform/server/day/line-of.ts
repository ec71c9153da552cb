import { type Instant, timeLeft } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import { climb, type ObligationRow, obligationOf, rulesOfObligation } from '#platform/server/obligations/index.ts'
import type { OwnDayLine } from '#platform/server/scenario/index.ts'

type Seen = {
  readonly why: 'owed' | 'judge' | 'climbed'
  readonly page: string
  readonly names: Names
  readonly rules: CountyRules
  readonly now: Date
  readonly endOfDay: Instant
}

/** An obligation as a line of the day, as time has left it by now: a sweep that is late changes nothing on the screen. */
export function lineOf(row: ObligationRow, { why, page, names, rules, now, endOfDay }: Seen): OwnDayLine {
  const limit = { from: row.opened_at.getTime(), dueAt: row.due_at.getTime() }
  const { level } = climb(rulesOfObligation(rules, row), obligationOf(row), now.getTime()).obligation
  return {
    thing: row.subject,
    part: why === 'owed' ? partOf(row, now, endOfDay) : why,
    ...{ kind: row.kind, title: row.title, page },
    debtor: {
      organisationName: names.organisation(row.debtor_organisation),
      personName: row.debtor_person === null ? null : names.person(row.debtor_person),
    },
    lead:
      row.lead_organisation === row.debtor_organisation
        ? null
        : { organisationName: names.organisation(row.lead_organisation), personName: null },
    ...{ state: row.state === 'submitted' ? 'submitted' : 'open', paused: row.paused_at !== null, level },
    remaining: timeLeft(rules.calendar, limit, (row.paused_at ?? now).getTime()),
    own: null,
  }
}

function partOf(row: ObligationRow, now: Date, endOfDay: Instant): OwnDayLine['part'] {
  if (row.state === 'submitted' || row.paused_at !== null) return 'waiting'
  if (row.due_at < now) return 'late'
  return row.due_at.getTime() <= endOfDay ? 'due' : 'running'
}

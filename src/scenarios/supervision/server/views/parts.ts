import { timeLeft } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import { climb, type ObligationRow, obligationOf, rulesOfObligation } from '#platform/server/obligations/index.ts'
import type { Party, Remaining } from '../../contract/views.ts'

/** A unit and person with their names. */
export function partyOf(names: Names, organisation: string, person: string | null): Party {
  return {
    organisation,
    organisationName: names.organisation(organisation),
    person,
    personName: person === null ? null : names.person(person),
  }
}

/** An obligation as time has left it by now: a sweep that is late changes nothing on the screen. */
export function presentOf(rules: CountyRules, row: ObligationRow, now: Date) {
  return climb(rulesOfObligation(rules, row), obligationOf(row), now.getTime()).obligation
}

/** What is left until the deadline, in working time; it stands still while the clock is paused. */
export function remainingOf({ calendar }: CountyRules, row: ObligationRow, now: Date): Remaining {
  const limit = { from: row.opened_at.getTime(), dueAt: row.due_at.getTime() }
  return timeLeft(calendar, limit, (row.paused_at ?? now).getTime())
}

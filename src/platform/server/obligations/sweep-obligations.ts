import { ok } from '#platform/kernel/result.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { climb, type ObligationRules } from './domain/obligation.ts'
import { oldestObligationDue } from './due-store.ts'
import { type ObligationRow, obligationOf } from './obligation-row.ts'
import { lockDue } from './obligation-store.ts'
import { applyRule, onRecord, recordOwed } from './owed.ts'

/** The rules that an obligation was opened under. */
export function rulesOfObligation(
  rules: CountyRules,
  row: Pick<ObligationRow, 'ladder' | 'ladder_version'>,
): ObligationRules {
  return { calendar: rules.calendar, ladder: rules.ladder(row.ladder, row.ladder_version) }
}

/** Lets late obligations climb their ladders, each at its computed instant, once. */
export function obligationSweep(services: Services): Sweep {
  return {
    name: 'obligations.climb',
    once: (now, limit) => services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, now, limit)),
    oldestDue: () =>
      services.database.asSystem(services.jurisdiction, (tx) => oldestObligationDue(tx, services.jurisdiction)),
  }
}

async function sweepIn(tx: Transaction, services: Services, now: Date, limit: number): Promise<number> {
  const rows = await lockDue(tx, services.jurisdiction, now, limit)
  if (rows.length === 0) return 0
  const rulesOf = (row: ObligationRow) => rulesOfObligation(services.rules(), row)
  const owed = rows.flatMap((row) => {
    const rules = rulesOf(row)
    const applied = applyRule(onRecord(row), rules.ladder, ok(climb(rules, obligationOf(row), now.getTime())))
    return applied.ok ? [applied.value] : []
  })
  const recorded = { jurisdiction: services.jurisdiction, actor: { system: 'clock' }, recordedAt: now }
  const { writes, entries } = recordOwed(recorded, rulesOf, owed)
  await sendAll(tx, [...writes, appendStatement(entries)])
  return rows.length
}

async function sendAll(tx: Transaction, statements: readonly Statement[]): Promise<void> {
  await Promise.all(statements.map(({ name, text, values }) => tx.prepared(name, text, values)))
}

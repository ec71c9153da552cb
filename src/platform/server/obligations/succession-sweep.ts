import { ok } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listHeldPosts, listSuccessions, type Succession } from '#platform/server/identity/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { listObligationsById } from './desk-store.ts'
import { succeed } from './domain/amend.ts'
import { type ObligationRow, obligationOf } from './obligation-row.ts'
import { lockOfUnits } from './obligation-store.ts'
import { applyRule, type Owed, onRecord, recordOwed } from './owed.ts'
import { rulesOfObligation } from './sweep-obligations.ts'

/**
 * Lets the unit that another was merged into owe and lead what the other did, on record as of the merger. Who owed in person goes on
 * owing where they hold a post in the new unit; else the whole unit does.
 */
export function successionSweep(services: Services): Sweep {
  return {
    name: 'obligations.succeed',
    once: (now, limit) => services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, now, limit)),
  }
}

async function sweepIn(tx: Transaction, services: Services, now: Date, limit: number): Promise<number> {
  const { jurisdiction } = services
  const successions = new Map<string, Succession>(
    (await listSuccessions(tx, jurisdiction)).map((one) => [one.unit, one]),
  )
  if (successions.size === 0) return 0
  const ids = await lockOfUnits(tx, jurisdiction, [...successions.keys()], limit)
  const rows = ids.length === 0 ? [] : await listObligationsById(tx, jurisdiction, ids)
  if (rows.length === 0) return 0
  const rulesOf = (row: ObligationRow) => rulesOfObligation(services.rules(), row)
  const owed = await Promise.all(
    rows.map(async (row) => succeeded(row, successions, rulesOf(row), await staysWith(tx, services, row, now))),
  )
  const recorded = { jurisdiction, actor: { system: 'clock' }, recordedAt: now }
  const { writes, entries } = recordOwed(recorded, rulesOf, owed)
  await Promise.all(
    [...writes, appendStatement(entries)].map(({ name, text, values }) => tx.prepared(name, text, values)),
  )
  return rows.length
}

function succeeded(
  row: ObligationRow,
  successions: ReadonlyMap<string, Succession>,
  rules: ReturnType<typeof rulesOfObligation>,
  posts: readonly string[],
): Owed {
  const [debtor, lead] = [row.debtor_organisation, row.lead_organisation].map((unit) => successions.get(unit))
  const organisation = debtor?.successor ?? row.debtor_organisation
  const moved = debtor === undefined || posts.includes(organisation) ? row.debtor_person : null
  const since = Math.max(debtor?.since.getTime() ?? 0, lead?.since.getTime() ?? 0)
  const told = { because: 'unit-merged', unit: (debtor ?? lead)?.unit ?? null, lead: lead?.successor ?? null }
  const led = onRecord({ ...row, lead_organisation: lead?.successor ?? row.lead_organisation })
  const change = succeed(rules, obligationOf(row), { organisation, person: moved }, told, since)
  const applied = applyRule(led, rules.ladder, ok(change))
  if (!applied.ok) throw new Error('a succession is never refused')
  return applied.value
}

/** The units in which whoever owes in person holds a post. */
async function staysWith(tx: Transaction, services: Services, row: ObligationRow, now: Date): Promise<string[]> {
  if (row.debtor_person === null) return []
  const held = await listHeldPosts(tx, services.jurisdiction, row.debtor_person, now)
  return held.map(({ organisation }) => organisation)
}

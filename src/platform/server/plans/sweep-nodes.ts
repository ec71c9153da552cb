import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { advance } from './domain/node.ts'
import { oldestNodeDue } from './due-store.ts'
import { theClock } from './entries.ts'
import { nodeOf } from './node-row.ts'
import { lockDue } from './node-store.ts'
import { recordNodes, rulesOfPlan, takeUp } from './node-work.ts'
import { listPlans } from './plan-store.ts'

/** Starts nodes whose time has come and turns lamps, each at its computed instant, once. */
export function nodeSweep(services: Services): Sweep {
  return {
    name: 'plans.advance',
    once: (now, limit) => services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, now, limit)),
    oldestDue: () =>
      services.database.asSystem(services.jurisdiction, (tx) => oldestNodeDue(tx, services.jurisdiction)),
  }
}

async function sweepIn(tx: Transaction, services: Services, now: Date, limit: number): Promise<number> {
  const { jurisdiction } = services
  const rows = await lockDue(tx, jurisdiction, now, limit)
  if (rows.length === 0) return 0
  const rules = services.rules()
  const ids = [...new Set(rows.map((row) => row.plan_id))]
  const plans = new Map((await listPlans(tx, jurisdiction, ids)).map((plan) => [plan.id, plan]))
  const works = rows.flatMap((row) => {
    const plan = plans.get(row.plan_id)
    if (plan === undefined) return []
    const change = advance(rulesOfPlan(rules, plan), nodeOf(row), now.getTime())
    return [{ ...takeUp(rules, { node: row, plan }, change), plan }]
  })
  const { writes, entries } = recordNodes({ jurisdiction, actor: theClock, recordedAt: now }, rules, works)
  await Promise.all(
    [...writes, appendStatement(entries)].map(({ name, text, values }) => tx.prepared(name, text, values)),
  )
  return rows.length
}

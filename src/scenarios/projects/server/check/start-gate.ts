import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { nodeOf } from '#platform/server/plans/index.ts'
import { checkPlan } from '../../domain/check/check-plan.ts'
import type { Found } from '../../domain/check/finding.ts'
import type { PlanInHand } from '../commands/plan-in-hand.ts'
import { checkedNodeOf, checkRuleOf, readOwners } from './plan-facts.ts'

/** Nodes that a refusal names; the check page has them all. */
const mostNamed = 5

/**
 * Checks a plan at the door of its start. What stands in the way refuses it; where the county's rule says so, it passes once
 * whoever asks has said that they know. Load is not looked at: it never stands in the way.
 * @returns the codes of what was known and let pass, none where nothing stood in the way
 */
export async function checkStart(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  { plan, rows, isConfirmed }: PlanInHand & { readonly isConfirmed: boolean },
): Promise<Result<readonly string[]>> {
  const rule = checkRuleOf(rules, call.now)
  const nodes = rows.map((row) => checkedNodeOf(row, nodeOf(row)))
  const { units, standings, names } = await readOwners(
    tx,
    { jurisdiction: call.actor.jurisdiction, now: call.now },
    nodes,
  )
  const findings = checkPlan(nodes, {
    ...{ calendar: rules.calendar, rule, frame: { running: false, now: call.now.getTime() }, units, standings },
    ...{ nameOfUnit: names.organisation, nameOfPerson: names.person, loads: new Map() },
  })
  const blocking = findings.filter(({ severity }) => severity === 'blocking')
  if (blocking.length === 0) return ok([])
  if (rule.onBlocking === 'confirm' && isConfirmed) return ok([...new Set(blocking.map(({ code }) => code))])
  const code = rule.onBlocking === 'confirm' ? 'projects.start.unconfirmed' : 'projects.start.blocked'
  return refuse(code, { project: plan.title, count: blocking.length, nodes: placesOf(blocking, nodes) })
}

function placesOf(blocking: readonly Found[], nodes: readonly { id: string; code: string; title: string }[]) {
  const named = new Set(blocking.flatMap((finding) => finding.nodes.slice(0, 1)))
  return nodes
    .filter(({ id }) => named.has(id))
    .slice(0, mostNamed)
    .map(({ code, title }) => `${code} ${title}`)
}

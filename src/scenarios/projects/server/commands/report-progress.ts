import type { Result } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { nodeOf, report, rulesOfPlan, takeUp } from '#platform/server/plans/index.ts'
import { assertMayReport } from '../reach.ts'
import { type Acknowledged, assertEvidence, decideNodes, getNode } from './node-in-hand.ts'

/** A report as it comes in; `progress` in per cent. */
export type ReportInput = {
  readonly node: string
  readonly progress: number
  readonly note: string
  readonly evidence: readonly string[]
}

/** Reports progress on a node. */
export async function reportProgress(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: ReportInput,
): Promise<Result<Decision<Acknowledged>>> {
  const [found] = await Promise.all([getNode(tx, call, input.node), assertEvidence(tx, call, input.evidence)])
  assertMayReport(call.actor, found)
  const { plan } = found
  const payload = { note: input.note, evidence: input.evidence }
  const reported = { progress: input.progress, payload }
  const change = report(rulesOfPlan(rules, plan), nodeOf(found.node), reported, call.now.getTime())
  if (!change.ok) return change
  const work = { ...takeUp(rules, found, change.value), plan }
  return decideNodes(call, rules, [work], { kind: 'plans.node.reported', evidence: input.evidence, answer: {} })
}

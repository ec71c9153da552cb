import { type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  applyRule,
  obligationOf,
  onRecord,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { advance, nodeOf, rulesOfPlan, submit, takeUp } from '#platform/server/plans/index.ts'
import { assertMayReport } from '../reach.ts'
import { type Acknowledged, assertEvidence, decideNodes, findOwed, getNode } from './node-in-hand.ts'

/** A deliverable as it is handed in. */
export type SubmissionInput = { readonly node: string; readonly note: string; readonly evidence: readonly string[] }

/** Hands in the deliverable of a node: the node waits for the lead unit, and so does what its owner owes. */
export async function submitDeliverable(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: SubmissionInput,
): Promise<Result<Decision<Acknowledged>>> {
  const [found, known] = await Promise.all([
    getNode(tx, call, input.node),
    findOwed(tx, call, input.node),
    assertEvidence(tx, call, input.evidence),
  ])
  assertMayReport(call.actor, found)
  if (input.evidence.length === 0) return refuse('projects.node.evidence-missing')
  const { plan } = found
  const now = call.now.getTime()
  const payload = { note: input.note, evidence: input.evidence }
  const change = submit(rulesOfPlan(rules, plan), nodeOf(found.node), payload, now)
  if (!change.ok) return change
  const work = takeUp(rules, found, change.value)
  const owed = work.owed ?? (known && onRecord(known))
  if (owed === undefined) throw new Error(`the running node ${input.node} has no obligation`)
  const ladder = rulesOfObligation(rules, owed.row)
  const handedIn = applyRule(owed, ladder.ladder, submitAnswer(ladder, obligationOf(owed.row), payload, now))
  if (!handedIn.ok) return handedIn
  const progressBefore = advance(rulesOfPlan(rules, plan), nodeOf(found.node), now).node.progress
  return decideNodes(call, rules, [{ ...work, owed: handedIn.value, progressBefore, plan }], {
    kind: 'plans.node.submitted',
    evidence: input.evidence,
    answer: {},
  })
}

import { type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  acceptAnswer,
  applyRule,
  obligationOf,
  onRecord,
  returnAnswer,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import {
  accept,
  giveBack,
  type NodeChange,
  type NodeInPlan,
  type NodeRow,
  nodeOf,
  openBehind,
  rulesOfPlan,
  takeUp,
} from '#platform/server/plans/index.ts'
import { heldUpBy } from '../../domain/held-up.ts'
import { assertMayAccept } from '../reach.ts'
import { type Acknowledged, decideNodes, findOwed, getNode } from './node-in-hand.ts'

/** Accepts a deliverable: the node is done, its obligation answered, and what waited on it alone starts. */
export async function acceptDeliverable(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly node: string; readonly note: string },
): Promise<Result<Decision<Acknowledged & { readonly started: string[] }>>> {
  const { found, owed } = await findForJudging(tx, call, input.node)
  if (isOwn(call, found)) return refuse('projects.node.own-acceptance')
  const now = call.now.getTime()
  const payload = { note: input.note }
  const change = accept(rulesOfPlan(rules, found.plan), nodeOf(found.node), payload, now)
  if (!change.ok) return change
  if (owed === undefined) throw new Error(`the submitted node ${input.node} has no obligation`)
  const ladder = rulesOfObligation(rules, owed.row)
  const answered = applyRule(owed, ladder.ladder, acceptAnswer(obligationOf(owed.row), payload, now))
  if (!answered.ok) return answered
  const place = { tx, jurisdiction: call.actor.jurisdiction, rules, plan: found.plan, now }
  const released = await openBehind(place, { row: found.node, node: change.value.node })
  const accepted = withHeldUp(change.value, owed.row.due_at.getTime(), found, released)
  const own = { ...takeUp(rules, found, accepted), owed: answered.value, plan: found.plan }
  const started = released.filter(({ change }) => change.node.state === 'running').map(({ row }) => row.id)
  return decideNodes(call, rules, [own, ...released], { kind: 'plans.node.accepted', answer: { started } })
}

/** Returns a deliverable with a reason: the lamp turns yellow and the owner's clock goes on. */
export async function returnDeliverable(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly node: string; readonly reason: string },
): Promise<Result<Decision<Acknowledged>>> {
  const { found, owed } = await findForJudging(tx, call, input.node)
  if (isOwn(call, found)) return refuse('projects.node.own-acceptance')
  const now = call.now.getTime()
  const payload = { note: input.reason }
  const judged = { progress: found.node.progress_before, payload }
  const change = giveBack(rulesOfPlan(rules, found.plan), nodeOf(found.node), judged, now)
  if (!change.ok) return change
  if (owed === undefined) throw new Error(`the submitted node ${input.node} has no obligation`)
  const ladder = rulesOfObligation(rules, owed.row)
  const returned = applyRule(owed, ladder.ladder, returnAnswer(ladder, obligationOf(owed.row), payload, now))
  if (!returned.ok) return returned
  const work = { ...takeUp(rules, found, change.value), owed: returned.value, plan: found.plan }
  return decideNodes(call, rules, [work], { kind: 'plans.node.returned', answer: {} })
}

/** The acceptance tells whom the node held up by its own doing, if anybody. */
function withHeldUp(
  change: NodeChange,
  dueAt: Instant,
  { node }: NodeInPlan,
  behind: readonly { readonly row: NodeRow }[],
): NodeChange {
  const waiting = behind
    .filter(({ row }) => row.links.some((link) => link.node === node.id))
    .map(({ row }) => ({ node: row.id, organisation: row.organisation, plannedStart: row.planned_start.getTime() }))
  const handedIn = { organisation: node.organisation, submittedAt: node.submitted_at?.getTime() ?? dueAt, dueAt }
  const heldUp = heldUpBy(handedIn, waiting).map(({ node: id, organisation }) => ({ node: id, organisation }))
  if (heldUp.length === 0) return change
  const told = (event: NodeChange['events'][number]) =>
    event.kind === 'plans.node.accepted' ? { ...event, payload: { ...event.payload, heldUp } } : event
  return { ...change, events: change.events.map(told) }
}

async function findForJudging(tx: Transaction, call: CommandCall, node: string) {
  const [found, known] = await Promise.all([getNode(tx, call, node), findOwed(tx, call, node)])
  assertMayAccept(call.actor, found.plan)
  return { found, owed: known && onRecord(known) }
}

function isOwn(call: CommandCall, { node }: NodeInPlan): boolean {
  return node.person === call.actor.person
}

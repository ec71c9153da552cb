import type { CallContext } from '#platform/server/http/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { LevellingProposal } from '../../contract/check.ts'
import type { CheckedNode } from '../../domain/check/checked-node.ts'
import { levelPlan, type ProposedMove } from '../../domain/check/level-plan.ts'
import { weekLoads } from '../../domain/check/week-load.ts'
import { partyOf } from '../views/node-rows.ts'
import { checkRuleOf, readPeopleFacts, readPlanFacts } from './plan-facts.ts'
import { borneBy, told } from './view-check.ts'

/** Proposes later dates so that nobody in the plan is overloaded; says what would move and what the load would be. */
export function viewLevelling(services: Services, call: CallContext['call'], id: string): Promise<LevellingProposal> {
  return call.read(async (tx) => {
    const { nodes, frame, ...facts } = await readPlanFacts(services, call, tx, id)
    const { elsewhere, names } = await readPeopleFacts(services, call, tx, { ...facts, nodes, frame })
    const { calendar } = services.rules()
    const rule = checkRuleOf(services.rules(), call.now)
    const answer = levelPlan(calendar, nodes, { rule, frame, elsewhere })
    const moves = answer.kind === 'levelled' ? answer.moves : []
    const moved = new Map(moves.map((move) => [move.node, move]))
    const levelled = nodes.map((node) => ({ ...node, ...datesOf(moved.get(node.id)) }))
    const weeksOf = (plan: readonly CheckedNode[]) =>
      weekLoads(calendar, [...elsewhere, ...borneBy(plan)], rule, call.now.getTime())
    const [before, after] = [weeksOf(nodes), weeksOf(levelled)]
    const overloaded = [...before].filter(([, weeks]) => weeks.some(({ load }) => load > rule.overloadAbove + 1e-9))
    return {
      project: id,
      rule: { id: rule.id, version: rule.version },
      overloadAbove: rule.overloadAbove,
      cycle: answer.kind === 'cycle' ? [...answer.path] : null,
      moves: movesOf(nodes, moves, names),
      end: nodes.length === 0 ? null : { before: iso(endOf(nodes)), after: iso(endOf(levelled)) },
      loads: overloaded.map(([person, weeks]) => ({
        person,
        personName: names.person(person),
        before: weeks.map(told),
        after: (after.get(person) ?? []).map(told),
      })),
      operations: moves.map(({ node, plannedStart, deadline }) => ({
        ...{ op: 'change' as const, node },
        fields: { plannedStart: iso(plannedStart), deadline: iso(deadline) },
      })),
    }
  })
}

function movesOf(nodes: readonly CheckedNode[], moves: readonly ProposedMove[], names: Names) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return moves.flatMap(({ node: id, plannedStart, deadline, byMilliseconds }) => {
    const node = byId.get(id)
    if (node === undefined) return []
    return [
      {
        ...{ node: id, code: node.code, title: node.title, owner: partyOf(names, node.organisation, node.person) },
        from: { plannedStart: iso(node.plannedStart), deadline: iso(node.deadline) },
        to: { plannedStart: iso(plannedStart), deadline: iso(deadline) },
        byMinutes: Math.round(byMilliseconds / 60_000),
      },
    ]
  })
}

function datesOf(move: ProposedMove | undefined) {
  return move && { plannedStart: move.plannedStart, deadline: move.deadline }
}

function endOf(nodes: readonly CheckedNode[]): number {
  return nodes.reduce((last, { leaf, deadline }) => (leaf ? Math.max(last, deadline) : last), 0)
}

const iso = (instant: number) => new Date(instant).toISOString()

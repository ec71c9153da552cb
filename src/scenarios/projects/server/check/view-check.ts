import type { CallContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { PersonLoad, PlanCheck } from '../../contract/check.ts'
import { checkPlan } from '../../domain/check/check-plan.ts'
import type { CheckedNode } from '../../domain/check/checked-node.ts'
import { tellFinding } from '../../domain/check/finding.ts'
import { type Borne, type WeekLoad, weekLoads } from '../../domain/check/week-load.ts'
import { checkRuleOf, readPeopleFacts, readPlanFacts } from './plan-facts.ts'

const most = { findings: 500, nodes: 100, people: 50, weeks: 60 } as const

/** Checks a plan: what is wrong with it, and what it costs its people. */
export function viewCheck(services: Services, call: CallContext['call'], id: string): Promise<PlanCheck> {
  return call.read(async (tx) => {
    const facts = await readPlanFacts(services, call, tx, id)
    const people = await readPeopleFacts(services, call, tx, facts)
    const { calendar } = services.rules()
    const rule = checkRuleOf(services.rules(), call.now)
    const loads = weekLoads(calendar, [...people.elsewhere, ...borneBy(facts.nodes)], rule, call.now.getTime())
    const { names, units, standings } = people
    const findings = checkPlan(facts.nodes, {
      ...{ calendar, rule, frame: facts.frame, units, standings, loads },
      nameOfUnit: names.organisation,
      nameOfPerson: names.person,
    })
    const count = (severity: string) => findings.filter((one) => one.severity === severity).length
    return {
      project: id,
      checkedAt: call.now.toISOString(),
      rule: { id: rule.id, version: rule.version },
      onBlocking: rule.onBlocking,
      counts: { blocking: count('blocking'), warning: count('warning'), hint: count('hint') },
      findings: findings
        .slice(0, most.findings)
        .map((one) => ({ ...tellFinding(one), nodes: one.nodes.slice(0, most.nodes) })),
      overloadAbove: rule.overloadAbove,
      loads: personLoads(loads, names.person),
    }
  })
}

/** The work of a plan's leaves that is still to be done, by person. */
export function borneBy(nodes: readonly CheckedNode[]): Borne[] {
  return nodes.flatMap(({ leaf, person, finishedAt, plannedStart: start, deadline: finish }) =>
    leaf && person !== null && finishedAt === null ? [{ person, start, finish }] : [],
  )
}

function personLoads(loads: ReadonlyMap<string, readonly WeekLoad[]>, nameOf: (id: string) => string): PersonLoad[] {
  const peak = (weeks: readonly WeekLoad[]) => weeks.reduce((highest, { load }) => Math.max(highest, load), 0)
  return [...loads]
    .sort(([, a], [, b]) => peak(b) - peak(a))
    .slice(0, most.people)
    .map(([person, weeks]) => ({ person, personName: nameOf(person), weeks: weeks.slice(0, most.weeks).map(told) }))
}

/** A week as it is told. */
export function told({ from, load, nodes }: WeekLoad) {
  return { from: new Date(from).toISOString(), load: Math.round(load * 1000) / 1000, nodes }
}

import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findPlates } from '#platform/server/plans/plates/index.ts'
import type { LineRow } from '#platform/server/scoring/index.ts'
import type { PointLine } from '../../contract/plates.ts'
import { listNodesById } from '../project-store.ts'

const colourNames = { green: '绿牌', yellow: '黄牌', red: '红牌' } as const

/** Lines of the ledger with what they are about, in the words of the rule that gave them. */
export async function pointLines(
  tx: Transaction,
  { actor }: CallContext['call'],
  rules: CountyRules,
  lines: readonly LineRow[],
): Promise<PointLine[]> {
  const idsOf = (prefix: string) => [
    ...new Set(lines.flatMap(({ thing }) => (thing.startsWith(prefix) ? [thing.slice(prefix.length)] : []))),
  ]
  const [nodes, plates] = await Promise.all([
    listNodesById(tx, actor.jurisdiction, idsOf('plans.node/')),
    findPlates(tx, actor.jurisdiction, idsOf('plans.plate/')),
  ])
  const abouts = new Map<string, PointLine['about']>([
    ...nodes.map(({ id, title, plan_id: project, plan_title: projectTitle }): [string, PointLine['about']] => [
      `plans.node/${id}`,
      { kind: 'node', id, title, project, projectTitle },
    ]),
    ...plates.map(({ id, month, colour, plan_id: project, plan_title: projectTitle }): [string, PointLine['about']] => [
      `plans.plate/${id}`,
      { kind: 'plate', id, title: `${month} ${colourNames[colour]}`, project, projectTitle },
    ]),
  ])
  const taken = new Set(lines.flatMap(({ reverses }) => reverses ?? []))
  return lines.map((line) => ({
    line: line.id,
    at: line.at.toISOString(),
    month: line.month,
    points: line.points,
    ...wordsOf(rules, line),
    ruleVersion: line.ruleVersion,
    reverses: line.reverses !== null,
    reversed: taken.has(line.id),
    about: abouts.get(line.thing) ?? { kind: 'other', id: line.thing, title: '', project: null, projectTitle: '' },
    entry: line.entry,
  }))
}

/** The rule and the effect in the county's words. */
function wordsOf(rules: CountyRules, { rule, ruleVersion, effect }: LineRow) {
  const version = rules.pointRules.find((one) => one.id === rule && String(one.version) === ruleVersion)
  const wording = version?.effects.find(({ id }) => id === effect)?.wording.zh
  return { rule: version?.name ?? rule, effect: wording ?? effect }
}

import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findPlates } from '#platform/server/plans/plates/index.ts'
import { type LineRow, listCountedThings } from '#platform/server/scoring/index.ts'
import type { PointAbout, PointLine } from '../../contract/plates.ts'
import { hardCaseStream } from '../commands/hard-case/case-in-hand.ts'
import { listHardCaseTitles } from '../hard-case-store.ts'
import { listNodesById } from '../project-store.ts'

const colourNames = { green: '绿牌', yellow: '黄牌', red: '红牌' } as const

/** Lines of the ledger with what they are about, in the words of the rule that gave them. */
export async function pointLines(
  tx: Transaction,
  { actor }: CallContext['call'],
  rules: CountyRules,
  lines: readonly LineRow[],
): Promise<PointLine[]> {
  const counted = await listCountedThings(tx, actor.jurisdiction, groundsOf(lines))
  const thingOf = new Map(counted.map(({ entry, thing }) => [entry, thing]))
  const abouts = await aboutsOf(tx, actor.jurisdiction, [...lines.map(({ thing }) => thing), ...thingOf.values()])
  const about = (thing: string) => abouts.get(thing) ?? unknown(thing)
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
    about: about(line.thing),
    together: line.grounds.slice(0, -1).flatMap((entry) => {
      const thing = thingOf.get(entry)
      return thing === undefined ? [] : [about(thing)]
    }),
    entry: line.entry,
  }))
}

/** The entries that lines stand on together with others. */
function groundsOf(lines: readonly LineRow[]): string[] {
  return [...new Set(lines.flatMap(({ grounds }) => (grounds.length > 1 ? grounds : [])))]
}

async function aboutsOf(
  tx: Transaction,
  jurisdiction: string,
  things: readonly string[],
): Promise<ReadonlyMap<string, PointAbout>> {
  const idsOf = (prefix: string) => [
    ...new Set(things.flatMap((thing) => (thing.startsWith(prefix) ? [thing.slice(prefix.length)] : []))),
  ]
  const [nodes, plates, cases] = await Promise.all([
    listNodesById(tx, jurisdiction, idsOf('plans.node/')),
    findPlates(tx, jurisdiction, idsOf('plans.plate/')),
    listHardCaseTitles(tx, jurisdiction, idsOf('projects.hard-case/')),
  ])
  return new Map([
    ...nodes.map(({ id, title, plan_id: project, plan_title: projectTitle }): [string, PointAbout] => [
      `plans.node/${id}`,
      { kind: 'node', id, title, project, projectTitle },
    ]),
    ...plates.map(({ id, month, colour, plan_id: project, plan_title: projectTitle }): [string, PointAbout] => [
      `plans.plate/${id}`,
      { kind: 'plate', id, title: `${month} ${colourNames[colour]}`, project, projectTitle },
    ]),
    ...cases.map(({ id, title }): [string, PointAbout] => [
      hardCaseStream(id),
      { kind: 'hard-case', id, title, project: null, projectTitle: '' },
    ]),
  ])
}

function unknown(id: string): PointAbout {
  return { kind: 'other', id, title: '', project: null, projectTitle: '' }
}

/** The rule and the effect in the county's words. */
function wordsOf(rules: CountyRules, { rule, ruleVersion, effect }: LineRow) {
  const version = rules.pointRules.find((one) => one.id === rule && String(one.version) === ruleVersion)
  const wording = version?.effects.find(({ id }) => id === effect)?.wording.zh
  return { rule: version?.name ?? rule, effect: wording ?? effect }
}

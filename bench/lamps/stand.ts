import { v7 } from 'uuid'
import { unwrap } from '#platform/kernel/result.ts'
import { addWorkingDays, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { applyPack } from '#platform/server/county/index.ts'
import { type CountyRules, readCountyRules } from '#platform/server/county-rules/index.ts'
import { insertNodes, insertPlan, type NewNode, type PlanRow } from '#platform/server/plans/index.ts'
import { testCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'

/** A county with running nodes, and the two weeks that they are planned for. */
export type Stand = {
  readonly database: TestDatabase
  readonly rules: CountyRules
  readonly nodes: number
  /** Puts the nodes back to their first morning, all on plan. */
  reset(): Promise<void>
}

export const firstMorning = Date.parse('2026-03-02T00:00:00+08:00')
export const jurisdiction = testCounty(projectsCounty).county.id

const leavesEach = 16

/** Sets up so many nodes in plans of sixteen, started on time and never reported on: one plan by the engine, the others after it. */
export async function setUp(nodes: number): Promise<Stand> {
  const database = await testDatabase()
  unwrap(await applyPack(database, testCounty(projectsCounty), new Date(firstMorning)))
  const rules = await readCountyRules(database, jurisdiction)
  await plant(database, rules)
  await multiply(database, nodes)
  const reset = async () => {
    await database.asOwner(
      `update plans.node set state = 'running', started_at = planned_start, ready_at = planned_start, changed_at = planned_start,
        lamp = 'green', lamp_since = planned_start, next_due_at = planned_start, version = version + 1`,
    )
    await database.asOwner('vacuum analyze plans.node')
  }
  return { database, rules, nodes, reset }
}

/** Copies the plan and its nodes until there are so many, a statement each. */
async function multiply(database: TestDatabase, nodes: number): Promise<void> {
  const copies = Math.ceil(nodes / leavesEach) - 1
  for (const [table, keys] of [
    ['plan', ['id']],
    ['node', ['id', 'plan_id']],
  ] as const) {
    const columns = await database.asOwner<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'plans' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    )
    const names = columns.map(({ name }) => name)
    const values = names.map((name) =>
      keys.some((key) => key === name) ? `md5(t.${name}::text || n)::uuid` : `t.${name}`,
    )
    await database.asOwner(
      `insert into plans.${table} (${names}) select ${values} from plans.${table} t, generate_series(1, ${copies}) n`,
    )
  }
  await database.asOwner(
    `delete from plans.node where id in (select id from plans.node order by plan_id, ordinal limit ${(copies + 1) * leavesEach - nodes})`,
  )
  await database.asOwner('analyze plans.plan, plans.node')
}

async function plant(database: TestDatabase, rules: CountyRules): Promise<void> {
  const plan = { ...planRow(rules), id: v7() }
  const at = new Date(firstMorning)
  const nodes = Array.from({ length: leavesEach }, (_, ordinal) => newNode(rules, ordinal))
  await database.asSystem(jurisdiction, (tx) =>
    Promise.all(
      [insertPlan(jurisdiction, plan, at), insertNodes(jurisdiction, plan, nodes, at)].map(({ name, text, values }) =>
        tx.prepared(name, text, values),
      ),
    ),
  )
}

function planRow(rules: CountyRules): Omit<PlanRow, 'id'> {
  const [lamp, ladder] = [rules.lampRule('five-lamps'), rules.ladder('standard')]
  return {
    ...{ kind: 'building', title: '测量', lead_organisation: 'fagai', lead_person: null, state: 'running' },
    ...{ confidential: false, readers: null, lamp_rule: lamp.id, lamp_rule_version: lamp.version },
    ...{ ladder: ladder.id, ladder_version: ladder.version, started_at: new Date(firstMorning) },
    ...{ paused_at: null, proposed_by: null, version: 1 },
  }
}

/** Between five and twenty working days long. */
function newNode({ calendar }: CountyRules, ordinal: number): NewNode {
  const deadline = addWorkingDays(calendar, firstMorning, 5 + ordinal).at
  return {
    ...{
      id: v7(),
      parent_id: null,
      ordinal,
      depth: 0,
      code: String(ordinal + 1),
      title: `节点 ${ordinal + 1}`,
      leaf: true,
    },
    ...{ nature: '施工', deliverable: '成果 1 份', organisation: 'jiaotong', person: null },
    ...{ planned_start: new Date(firstMorning), deadline: new Date(deadline), links: [] },
    weight: workingTimeBetween(calendar, firstMorning, deadline).workingMilliseconds,
  }
}

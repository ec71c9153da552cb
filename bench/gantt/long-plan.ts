import { v7 } from 'uuid'
import { insertNodes, insertPlan, type NewNode, type PlanRow } from '#platform/server/plans/index.ts'
import type { TestPlatform } from '#platform/testing/platform.ts'

const phases = 20
const tasksInPhase = 25
const dayMs = 86_400_000
const firstDay = Date.parse('2026-01-05T08:30:00+08:00')
const workMs = 8.5 * 3_600_000

/** Puts a draft of this many nodes on record: phases, tasks and leaves, each leaf linked to the one before; gives its id. */
export async function insertLongPlan({ database, platform }: TestPlatform, count: number): Promise<string> {
  const { jurisdiction } = platform.services
  const at = new Date(firstDay)
  const plan = draft()
  const nodes = outline(count)
  await database.asSystem(jurisdiction, async (tx) => {
    for (const { name, text, values } of [
      insertPlan(jurisdiction, plan, at),
      insertNodes(jurisdiction, { id: plan.id, readers: null }, nodes, at),
    ])
      await tx.prepared(name, text, values)
  })
  return plan.id
}

function draft(): PlanRow {
  return {
    id: v7(),
    kind: 'building',
    title: '一万个节点的工程',
    ...{ lead_organisation: 'fagai', lead_person: null, state: 'draft', confidential: false, readers: null },
    ...{ lamp_rule: 'five-lamps', lamp_rule_version: '1', ladder: 'standard', ladder_version: '1' },
    ...{ started_at: null, paused_at: null, proposed_by: null, version: 1 },
  }
}

/** Nodes in outline order; the leaves are shared out over the tasks as evenly as can be. */
function outline(count: number): NewNode[] {
  const tasks = phases * tasksInPhase
  const leaves = count - phases - tasks
  const nodes: NewNode[] = []
  let before: string | undefined
  const put = (node: Pick<NewNode, 'parent_id' | 'depth' | 'code' | 'title'>, from: number, days: number): string => {
    const id = v7()
    const isLeaf = node.depth === 2
    const [planned_start, deadline] = [firstDay + from * dayMs, firstDay + (from + days) * dayMs + workMs]
    nodes.push({
      ...node,
      ...{ id, ordinal: nodes.length, leaf: isLeaf, nature: '建设', deliverable: isLeaf ? '验收单 1 份' : '' },
      ...{ organisation: nodes.length % 3 === 0 ? 'shuili' : 'jiaotong', person: null },
      ...{ planned_start: new Date(planned_start), deadline: new Date(deadline), weight: days * workMs },
      links: isLeaf && before !== undefined ? [{ node: before, kind: 'FS', lag: 0 }] : [],
    })
    return id
  }
  for (let phase = 0; phase < phases; phase++) {
    const from = phase * 20
    const top = put({ parent_id: null, depth: 0, code: `${phase + 1}`, title: `第 ${phase + 1} 标段` }, from, 70)
    for (let task = 0; task < tasksInPhase; task++) {
      const place = phase * tasksInPhase + task
      const code = `${phase + 1}.${task + 1}`
      const parent = put({ parent_id: top, depth: 1, code, title: `分部工程 ${code}` }, from + task, 40)
      before = undefined
      const own = Math.floor(leaves / tasks) + (place < leaves % tasks ? 1 : 0)
      for (let leaf = 0; leaf < own; leaf++) {
        const title = `${code}.${leaf + 1} 工序检查与验收`
        before = put({ parent_id: parent, depth: 2, code: `${code}.${leaf + 1}`, title }, from + task + 2 * leaf, 2)
      }
    }
  }
  return nodes
}

import { civilDate, dateOf, describeDay, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listHeld } from '#platform/server/obligations/index.ts'
import { nodeObligation, nodeStream } from '#platform/server/plans/index.ts'
import type { Reader, Services } from '#platform/server/scenario/index.ts'
import type { NodeRow, Today } from '../../contract/views.ts'
import { type ListedNode, listNodesById, listPersonsNodes, listToAccept } from '../project-store.ts'
import { nodeRowOf, partsFor } from './node-rows.ts'
import { owedAppeals } from './today-appeals.ts'
import { pushesTo, upstreamOf } from './today-upstream.ts'

/** One person's day: what is late, what is due, what waits; and what waits for them in their post. */
export async function viewToday(services: Services, call: Reader): Promise<Today> {
  return call.read(async (tx) => {
    const { actor, now } = call
    const { jurisdiction } = actor
    const rules = services.rules()
    const accepts = actor.permissions.has('projects.accept')
    const [mine, toAccept, appeals, climbed] = await Promise.all([
      listPersonsNodes(tx, jurisdiction, actor.person),
      accepts ? listToAccept(tx, jurisdiction, actor.organisation) : [],
      owedAppeals(tx, call, rules),
      climbedTo(tx, call),
    ])
    const others = await listNodesById(tx, jurisdiction, climbed)
    const [parts, pushed, upstream] = await Promise.all([
      partsFor(tx, jurisdiction, rules, [...mine, ...toAccept, ...others], now),
      pushesTo(tx, call, rules, mine),
      upstreamOf(tx, call, rules, mine),
    ])
    const rowsOf = (nodes: readonly ListedNode[]) => nodes.map((node) => nodeRowOf(node, parts))
    const { waiting, ...own } = sorted(rowsOf(mine), now)
    const day = describeDay(rules.calendar, dateOf(now.getTime()))
    return {
      date: day.date,
      workingDay: day.isWorked,
      dayName: day.name ?? '',
      ...own,
      waiting: waiting.map((row) => ({ ...row, upstream: [...(upstream.get(row.node) ?? [])] })),
      pushed,
      toAccept: rowsOf(toAccept),
      appeals,
      climbed: rowsOf(others),
    }
  })
}

/** Ids of nodes whose obligations stand on the actor's rung of the ladder. */
async function climbedTo(tx: Transaction, { actor }: Reader): Promise<string[]> {
  const supervises = ['projects.accept', 'obligations.supervise', 'obligations.escalated.read']
  if (!supervises.some((permission) => actor.permissions.has(permission))) return []
  const held = await listHeld(tx, actor.jurisdiction, { holder: actor.organisation, limit: 200 })
  const prefix = nodeStream('')
  return held.filter((row) => row.kind === nodeObligation).map((row) => row.subject.slice(prefix.length))
}

function sorted(rows: readonly NodeRow[], now: Date) {
  const endOfDay = startOfDate(civilDate(dateOf(now.getTime()))) + 86_400_000
  const runs = rows.filter((row) => row.state === 'running' || row.state === 'returned')
  const isLate = (row: NodeRow) => row.lamp === 'red'
  const isToday = (row: NodeRow) =>
    row.state === 'returned' || (row.remaining !== null && Date.parse(row.remaining.dueAt) <= endOfDay)
  return {
    late: runs.filter(isLate),
    today: runs.filter((row) => !isLate(row) && isToday(row)),
    running: runs.filter((row) => !isLate(row) && !isToday(row)),
    waiting: rows.filter((row) => row.state === 'planned' || row.state === 'submitted'),
  }
}

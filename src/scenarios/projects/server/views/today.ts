import { civilDate, dateOf, describeDay, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listHeld } from '#platform/server/obligations/index.ts'
import { nodeObligation, nodeStream } from '#platform/server/plans/index.ts'
import { findPlates, type PlateInPlan } from '#platform/server/plans/plates/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { NodeRow, Today } from '../../contract/views.ts'
import { type AppealRow, listOwedAppeals } from '../appeal-store.ts'
import { type ListedNode, listNodesById, listPersonsNodes, listToAccept } from '../project-store.ts'
import { appealView } from './appeal-view.ts'
import { nodeRowOf, partsFor } from './node-rows.ts'

/** One person's day: what is late, what is due, what waits; and what waits for them in their post. */
export async function viewToday(services: Services, call: CallContext['call']): Promise<Today> {
  return call.read(async (tx) => {
    const { actor, now } = call
    const { jurisdiction } = actor
    const accepts = actor.permissions.has('projects.accept')
    const answers = accepts || actor.permissions.has('obligations.supervise')
    const [mine, toAccept, owedAppeals, climbed] = await Promise.all([
      listPersonsNodes(tx, jurisdiction, actor.person),
      accepts ? listToAccept(tx, jurisdiction, actor.organisation) : [],
      answers ? listOwedAppeals(tx, jurisdiction, actor.organisation) : [],
      climbedTo(tx, call),
    ])
    const others = await listNodesById(tx, jurisdiction, [
      ...climbed,
      ...owedAppeals.flatMap((one) => one.node_id ?? []),
    ])
    const parts = await partsFor(tx, jurisdiction, services.rules(), [...mine, ...toAccept, ...others], now)
    const [names, plates] = await Promise.all([
      findNames(tx, jurisdiction, {
        people: owedAppeals.map((one) => one.person_id),
        posts: owedAppeals.map((one) => one.post_id),
      }),
      findPlates(
        tx,
        jurisdiction,
        owedAppeals.flatMap((one) => one.plate_id ?? []),
      ),
    ])
    const day = describeDay(services.rules().calendar, dateOf(now.getTime()))
    return {
      date: day.date,
      workingDay: day.isWorked,
      dayName: day.name ?? '',
      ...sorted(
        mine.map((node) => nodeRowOf(node, parts)),
        now,
      ),
      toAccept: toAccept.map((node) => nodeRowOf(node, parts)),
      appeals: owedAppeals.map((one) => ({
        ...appealView(services.rules(), one, names),
        ...{ node: one.node_id, plate: one.plate_id },
        title: appealedTitle(one, others, plates),
      })),
      climbed: others.filter((node) => climbed.includes(node.id)).map((node) => nodeRowOf(node, parts)),
    }
  })
}

function appealedTitle(
  { node_id, plate_id }: AppealRow,
  nodes: readonly ListedNode[],
  plates: readonly PlateInPlan[],
): string {
  const plate = plates.find(({ id }) => id === plate_id)
  return plate ? `${plate.month} ${plate.plan_title}` : (nodes.find(({ id }) => id === node_id)?.title ?? '')
}

/** Ids of nodes whose obligations stand on the actor's rung of the ladder. */
async function climbedTo(tx: Transaction, { actor }: CallContext['call']): Promise<string[]> {
  const supervises = ['projects.accept', 'obligations.supervise', 'obligations.escalated.read']
  if (!supervises.some((permission) => actor.permissions.has(permission))) return []
  const held = await listHeld(tx, actor.jurisdiction, actor.organisation, 200)
  const prefix = nodeStream('')
  return held.filter((row) => row.kind === nodeObligation).map((row) => row.subject.slice(prefix.length))
}

function sorted(rows: readonly NodeRow[], now: Date): Pick<Today, 'late' | 'today' | 'running' | 'waiting'> {
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

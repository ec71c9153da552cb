import { civilDate, startOfDate, timeLeft } from '#platform/kernel/working-time/index.ts'
import { nodeObligation, nodeStream } from '#platform/server/plans/index.ts'
import type { OwnDayLine, Reader, Services } from '#platform/server/scenario/index.ts'
import type { OwedAppeal } from '../../contract/appeals.ts'
import type { DayNode, NodeRow, Today } from '../../contract/views.ts'
import { appealObligation, appealStream } from '../commands/open-appeal.ts'
import { placeOfAppeal } from './appeal-place.ts'
import { viewToday } from './today.ts'

/** What projects bring to the list of a day: nodes with their lamps, who pushed them and whom they wait on; objections to answer. */
export async function dayOf(services: Services, reader: Reader): Promise<readonly OwnDayLine[]> {
  const today = await viewToday(services, reader)
  const pushes = new Map(today.pushed.map((push) => [push.node, push]))
  const lines = (part: OwnDayLine['part'], rows: readonly NodeRow[]) =>
    rows.map((row) => nodeLine(part, { row, push: pushes.get(row.node) ?? null, upstream: [] }))
  const [pushed, running] = [true, false].map((is) => today.running.filter(({ node }) => pushes.has(node) === is))
  return [
    ...lines('late', today.late),
    ...lines('due', today.today),
    ...lines('pushed', pushed ?? []),
    ...lines('judge', today.toAccept),
    ...lines('climbed', today.climbed),
    ...lines('running', running ?? []),
    ...today.waiting.map(({ upstream, ...row }) => nodeLine('waiting', { row, push: null, upstream })),
    ...today.appeals.map((appeal) => appealLine(services, reader, appeal, today)),
  ]
}

function nodeLine(part: OwnDayLine['part'], own: DayNode): OwnDayLine {
  const { row } = own
  const { organisationName, personName } = row.owner
  return {
    ...{ thing: nodeStream(row.node), part, kind: nodeObligation, title: row.title, page: `/nodes/${row.node}` },
    ...{ debtor: { organisationName, personName }, lead: null, paused: false, level: row.level },
    state: row.state === 'planned' || row.state === 'submitted' ? row.state : 'open',
    remaining: row.remaining,
    own,
  }
}

function appealLine({ rules }: Services, { now }: Reader, appeal: OwedAppeal, { date }: Today): OwnDayLine {
  const dueAt = Date.parse(appeal.dueAt)
  const remaining = timeLeft(rules().calendar, { from: Date.parse(appeal.at), dueAt }, now.getTime())
  const endOfDay = startOfDate(civilDate(date)) + 86_400_000
  return {
    ...{ thing: appealStream(appeal.appeal), kind: appealObligation, title: appeal.title, page: placeOfAppeal(appeal) },
    part: remaining.late ? 'late' : dueAt <= endOfDay ? 'due' : 'judge',
    ...{ debtor: { organisationName: '', personName: null }, lead: null, state: 'open', paused: false, level: 0 },
    ...{ remaining, own: appeal },
  }
}

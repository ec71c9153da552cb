import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  countKeys,
  listLatest,
  type Place,
  readBuckets,
  readProgress,
  readStanding,
  readTop,
} from '#platform/server/figures/index.ts'
import { projectFigures } from '../../figures/project-figures.ts'

const shownProjects = 8
const shownEvents = 40
const shownMonths = 15
const told = ['lamps.given', 'nodes.finished', 'obligations.climbing', 'projects.steps']

/** Every rollup that the cockpit shows, asked for in one breath. */
export type Figures = Awaited<ReturnType<typeof readFigures>>

/** Days that the cockpit compares by, `YYYY-MM-DD`. */
export function daysOf(now: Date) {
  const today = dateOf(now.getTime())
  const soon = dateOf(now.getTime() + 7 * 86_400_000)
  return { today, soon, month: monthStart(today), firstMonth: monthsBefore(today, shownMonths - 1) }
}

/** Reads the rollups of a county as the transaction sees them. */
export async function readFigures(tx: Transaction, jurisdiction: string, now: Date) {
  const place: Place = { jurisdiction, book: projectFigures.name }
  const { today, firstMonth, month } = daysOf(now)
  const [standing, people, worst, months, units, today_, events, position] = await Promise.all([
    readStanding(tx, place, [
      ...[...cut('nodes.open', ''), ...cut('nodes.open', 'lamp'), ...cut('nodes.open', 'lamp unit')],
      ...[...cut('nodes.open', 'due'), ...cut('nodes.done', ''), ...cut('nodes.done', 'unit')],
      ...[
        ...cut('projects.all', 'state'),
        ...cut('projects.all', 'kind state'),
        ...cut('plates.given', 'month colour'),
      ],
      ...[...cut('obligations.climbed', 'level'), ...cut('hard-cases.all', 'state')],
    ]),
    countKeys(tx, place, { indicator: 'nodes.open', cut: ['person'] }),
    readTop(tx, place, { indicator: 'nodes.red', cut: ['plan'] }, shownProjects),
    readBuckets(
      tx,
      place,
      [...cut('nodes.finished', 'onTime'), ...cut('lamps.given', 'lamp'), ...cut('nodes.open', 'lamp')],
      { grain: 'month', from: firstMonth, to: month },
    ),
    readBuckets(tx, place, cut('nodes.finished', 'onTime unit'), {
      ...{ grain: 'month', from: monthsBefore(today, 2), to: month },
    }),
    readBuckets(tx, place, [...cut('nodes.finished', ''), ...cut('nodes.open', 'lamp')], {
      ...{ grain: 'day', from: today, to: today },
    }),
    listLatest(tx, place, told, now, shownEvents),
    readProgress(tx, place),
  ])
  return { standing, people, worst, months, units, today: today_, events, position }
}

/** The first day of the month some months before that of a day. */
export function monthsBefore(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** The instants between which a day lies. */
export function instantsOf(from: string, to: string) {
  const start = startOfDate(from as Parameters<typeof startOfDate>[0])
  const end = startOfDate(to as Parameters<typeof startOfDate>[0]) + 86_400_000
  return { from: new Date(start), to: new Date(end) }
}

function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`
}

function cut(indicator: string, names: string) {
  return [{ indicator, cut: names === '' ? [] : names.split(' ') }]
}

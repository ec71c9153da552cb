import type { Day } from '#platform/contract/day-contract.ts'
import { civilDate, dateOf, describeDay, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { OwnDayLine, Reader, Scenario, Services } from '#platform/server/scenario/index.ts'
import { kindsOf } from './kinds.ts'
import { readOwed } from './read-owed.ts'

/**
 * The list of a post's day, nearest deadline first. A thing stands in it once: as its scenario tells it, else as its obligation does.
 * @example viewDay(scenarios, services, call)
 */
export async function viewDay(scenarios: readonly Scenario[], services: Services, reader: Reader): Promise<Day> {
  const date = dateOf(reader.now.getTime())
  const endOfDay = startOfDate(civilDate(date)) + 86_400_000
  const kinds = kindsOf(scenarios)
  const [owed, ...brought] = await Promise.all([
    readOwed({ kinds, services, reader, endOfDay }),
    ...scenarios.map((scenario) => scenario.day?.(services, reader) ?? []),
  ])
  const told = brought.flat()
  const levels = new Map(owed.lines.map(({ thing, level }) => [thing, level]))
  const known = new Set(told.map(({ thing }) => thing))
  const lines = [
    ...told.map((line) => ({ ...line, level: levels.get(line.thing) ?? line.level })),
    ...owed.lines.filter(({ thing }) => !known.has(thing)),
  ].sort(byDeadline)
  const { isWorked, name } = describeDay(services.rules().calendar, date)
  return {
    ...{ date, workingDay: isWorked, dayName: name ?? '' },
    lines: lines.map((line) => ({ ...line, kindName: nameOf(kinds.get(line.kind)) })),
    unlisted: owed.unlisted,
  }
}

function nameOf(kind: { readonly zh: string; readonly en: string } | undefined) {
  return kind === undefined ? null : { zh: kind.zh, en: kind.en }
}

const dueAt = ({ remaining }: OwnDayLine) => (remaining ? Date.parse(remaining.dueAt) : Number.POSITIVE_INFINITY)

function byDeadline(a: OwnDayLine, b: OwnDayLine): number {
  const [first, second] = [dueAt(a), dueAt(b)]
  return first === second ? 0 : first - second
}

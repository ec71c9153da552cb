import type { Cell } from '#platform/server/figures/index.ts'
import type { CockpitMonth, PlateCounts } from '../../../contract/cockpit.ts'
import { cellsOf, lampsOf, sumOf } from './cells.ts'
import { type Figures, monthsBefore } from './read-figures.ts'

/** The trend, oldest month first; it begins with the first month in which anything happened. */
export function monthsOf({ months, standing }: Figures, month: string, count: number): CockpitMonth[] {
  const first = months[0]?.period ?? month
  const periods = Array.from({ length: count }, (_, back) => monthsBefore(month, count - 1 - back))
  return periods
    .filter((period) => period >= first)
    .map((period) => ({
      month: period.slice(0, 7),
      ...finishedOf(inPeriod(months, period)),
      given: lampsOf(cellsOf(inPeriod(months, period), 'lamps.given', 'lamp')),
      red: redAtEnd(months, standing, period),
      plates: platesOf(standing, period.slice(0, 7)),
    }))
}

/** Nodes finished, and those on time, of cells that are cut by it first. */
export function finishedOf(cells: readonly Cell[]): { finished: number; onTime: number } {
  const finished = cells.filter(({ indicator }) => indicator === 'nodes.finished')
  return { finished: sumOf(finished), onTime: sumOf(finished.filter(({ key }) => key[0] === 'true')) }
}

/** The plates of a month. */
export function platesOf(standing: readonly Cell[], month: string): Omit<PlateCounts, 'month'> {
  const own = cellsOf(standing, 'plates.given', 'month colour').filter(({ key }) => key[0] === month)
  const of = (colour: string) => sumOf(own.filter(({ key }) => key[1] === colour))
  return { green: of('green'), yellow: of('yellow'), red: of('red') }
}

/** What stands now less what has changed since. */
function redAtEnd(months: Figures['months'], standing: readonly Cell[], period: string): number {
  const isRed = ({ key }: Cell) => key[0] === 'red'
  const now = sumOf(cellsOf(standing, 'nodes.open', 'lamp').filter(isRed))
  const since = cellsOf(months, 'nodes.open', 'lamp').filter((cell) => isRed(cell) && cell.period > period)
  return now - sumOf(since)
}

function inPeriod(months: Figures['months'], period: string) {
  return months.filter((cell) => cell.period === period)
}

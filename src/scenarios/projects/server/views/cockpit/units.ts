import type { Cell } from '#platform/server/figures/index.ts'
import type { Organisation } from '#platform/server/identity/index.ts'
import type { UnitStanding } from '../../../contract/cockpit.ts'
import { cellsOf, groupOf, lampsOf, sumOf } from './cells.ts'
import { finishedOf } from './months.ts'
import type { Figures } from './read-figures.ts'

const townKinds = ['town', 'township', 'subdistrict']
const withinUnits = ['section', 'village', 'community']

/** Units with work, each with its sections or villages, in the county's order. */
export function unitsOf(figures: Figures, organisations: readonly Organisation[]): UnitStanding[] {
  const unitOf = unitsById(organisations)
  const by = <C extends Cell>(cells: readonly C[], part: number) =>
    groupOf(cells, ({ key }) => unitOf.get(key[part] ?? ''))
  const open = by(cellsOf(figures.standing, 'nodes.open', 'lamp unit'), 1)
  const done = by(cellsOf(figures.standing, 'nodes.done', 'unit'), 0)
  const finished = by(figures.units, 1)
  return organisations
    .filter(({ id }) => unitOf.get(id) === id)
    .map(
      (unit): UnitStanding => ({
        organisation: unit.id,
        organisationName: unit.shortName,
        group: townKinds.includes(unit.kind) ? 'town' : 'bureau',
        lamps: lampsOf(open.get(unit.id) ?? []),
        done: sumOf(done.get(unit.id) ?? []),
        ...finishedOf(finished.get(unit.id) ?? []),
      }),
    )
    .filter((unit) => unit.group === 'town' || unit.done > 0 || Object.values(unit.lamps).some((count) => count > 0))
}

/** Units with the most red lamps, then yellow ones. */
export function worstUnits(units: readonly UnitStanding[], limit: number): UnitStanding[] {
  return units
    .filter(({ lamps }) => lamps.red + lamps.yellow > 0)
    .sort((a, b) => b.lamps.red - a.lamps.red || b.lamps.yellow - a.lamps.yellow)
    .slice(0, limit)
}

/** Of each organisation the unit that answers for it. */
function unitsById(organisations: readonly Organisation[]): Map<string, string> {
  const kinds = new Map<string, string>(organisations.map(({ id, kind }) => [id, kind]))
  return new Map(
    organisations.map(({ id, path }) => {
      const unit = [...path].reverse().find((above) => !withinUnits.includes(kinds.get(above) ?? ''))
      return [id, unit ?? id]
    }),
  )
}

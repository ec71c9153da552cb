import type { Cell } from '#platform/server/figures/index.ts'
import type { Lamps } from '../../../contract/cockpit.ts'

/** The cells of one cut of one indicator. */
export function cellsOf<C extends Cell>(cells: readonly C[], indicator: string, cut: string): C[] {
  return cells.filter((cell) => cell.indicator === indicator && cell.cut === cut)
}

/** The sum of cells. */
export function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { value }) => sum + value, 0)
}

/** Cells whose key begins with a lamp, by lamp. */
export function lampsOf(cells: readonly Cell[]): Lamps {
  const lamps = { white: 0, blue: 0, green: 0, yellow: 0, red: 0 }
  for (const { key, value } of cells) if (key[0] !== undefined && key[0] in lamps) lamps[key[0] as keyof Lamps] += value
  return lamps
}

/** Cells by a name that each is given; those without one are left out. */
export function groupOf<C extends Cell>(
  cells: readonly C[],
  nameOf: (cell: C) => string | undefined,
): Map<string, C[]> {
  const groups = new Map<string, C[]>()
  for (const cell of cells) {
    const name = nameOf(cell)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(cell)
    else groups.set(name, [cell])
  }
  return groups
}

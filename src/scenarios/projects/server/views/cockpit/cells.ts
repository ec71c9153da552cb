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

/** Cells by one part of their key. */
export function groupBy<C extends Cell>(cells: readonly C[], part: number): Map<string, C[]> {
  const groups = new Map<string, C[]>()
  for (const cell of cells) {
    const name = cell.key[part] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), cell])
  }
  return groups
}

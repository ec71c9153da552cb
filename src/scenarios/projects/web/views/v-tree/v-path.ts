import type { DrawnNode } from '../drawn.ts'
import type { Sum } from '../sums.ts'

/** One level of the V: the siblings on it, and the one through which the V goes on down. */
export type Level = {
  readonly depth: number
  readonly siblings: readonly DrawnNode[]
  readonly through: DrawnNode | undefined
}

/**
 * The levels of the V from the top to the picked node and what it is broken down into. Where nothing is picked, the V goes down
 * through whatever is worst off, since that is what one looks for.
 */
export function levelsOf(
  byId: ReadonlyMap<string, DrawnNode>,
  sums: ReadonlyMap<string, Sum>,
  picked: string | undefined,
): Level[] {
  const path = picked === undefined ? worstPath(sums) : pathTo(byId, picked)
  const parents = ['', ...path.map(({ node }) => node)]
  return parents.flatMap((parent, depth) => {
    const siblings = sums.get(parent)?.children ?? []
    return siblings.length === 0 ? [] : [{ depth, siblings, through: path[depth] }]
  })
}

function pathTo(byId: ReadonlyMap<string, DrawnNode>, id: string): DrawnNode[] {
  const node = byId.get(id)
  return node ? [...(node.parent === null ? [] : pathTo(byId, node.parent)), node] : []
}

function worstPath(sums: ReadonlyMap<string, Sum>): DrawnNode[] {
  const path: DrawnNode[] = []
  for (let at = ''; ; ) {
    const branches = (sums.get(at)?.children ?? []).filter(({ leaf }) => !leaf)
    const [worst] = [...branches].sort((a, b) => urgency(sums, b) - urgency(sums, a))
    if (!worst) return path
    path.push(worst)
    at = worst.node
  }
}

function urgency(sums: ReadonlyMap<string, Sum>, { node, state }: DrawnNode): number {
  const lamps = sums.get(node)?.lamps
  if (!lamps || state === 'done') return -1
  return lamps.red * 1000 + lamps.yellow
}

import { leavesBelow, type NodeRow, progressOf } from '#platform/server/plans/index.ts'
import type { Lamp } from '../../contract/views.ts'

/** What a branch shows of the leaves below it. */
export type Summed = Pick<NodeRow, 'progress' | 'lamp' | 'state'>
type Placed = Summed & Pick<NodeRow, 'depth' | 'leaf' | 'weight'>

/** A branch sums up its leaves: their progress, the worst of their lamps, done when all are and running when any has begun. */
export function sumUp(nodes: readonly Placed[], place: number): Summed {
  const leaves = leavesBelow(nodes, place)
  return { progress: Math.round(progressOf(leaves.map(weighted)) * 100), lamp: worst(leaves), state: stateOf(leaves) }
}

function stateOf(leaves: readonly Summed[]): NodeRow['state'] {
  if (leaves.every((leaf) => leaf.state === 'done')) return 'done'
  return leaves.some((leaf) => leaf.state !== 'planned') ? 'running' : 'planned'
}

const bySeverity = ['red', 'yellow', 'green', 'blue', 'white'] as const satisfies readonly Lamp[]

function worst(leaves: readonly Summed[]): Lamp {
  const open = bySeverity.find((lamp) => leaves.some((leaf) => leaf.lamp === lamp && leaf.state !== 'done'))
  return open ?? bySeverity.find((lamp) => leaves.some((leaf) => leaf.lamp === lamp)) ?? 'white'
}

function weighted({ progress, weight }: Placed) {
  return { progress, weight: Number(weight) }
}

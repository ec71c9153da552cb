import type { Instant } from '#platform/kernel/working-time/index.ts'

/*
 * Collaborative liability (协同责任), as SYSTEMS.md A1 has it: when a step ends the next owner is pushed, whose clock then runs; whoever
 * then does not finish in time bears liability toward those who wait.
 *
 * A unit bears it for a node that it handed in after its own clock had run out: its deadline, or, where the node could only start
 * late, the working time that was planned for it. So lateness that came from upstream is not its own; the root bears it alone. Those
 * who wait are the nodes of other units right behind it whose planned start had come before it was handed in.
 */

/** A node that was handed in. `dueAt` is when its owner's clock ran out. */
export type HandedIn = { readonly organisation: string; readonly submittedAt: Instant; readonly dueAt: Instant }

/** A node right behind it. */
export type Waiting = { readonly organisation: string; readonly plannedStart: Instant }

/** The nodes whose owners waited for what was late by its own doing. */
export function heldUpBy<Node extends Waiting>(node: HandedIn, behind: readonly Node[]): readonly Node[] {
  if (node.submittedAt <= node.dueAt) return []
  return behind.filter(
    ({ organisation, plannedStart }) => organisation !== node.organisation && plannedStart < node.submittedAt,
  )
}

import type { PlanLink } from '#platform/kernel/scheduling/link.ts'

/** Whether a link keeps its node from starting: finish-to-start and start-to-start do, the others are dates of the schedule. */
export function gatesStart({ kind }: PlanLink): boolean {
  return kind === 'FS' || kind === 'SS'
}

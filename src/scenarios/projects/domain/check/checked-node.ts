import type { ScheduledNode } from './schedule-plan.ts'

/** A node as the check sees it, in outline order. */
export type CheckedNode = ScheduledNode & {
  readonly code: string
  readonly title: string
  readonly parent: string | null
  readonly deliverable: string
  /** Empty where none is named. */
  readonly organisation: string
  readonly person: string | null
}

/** How a finding names a node: its outline number and title. */
export function nameOf({ code, title }: Pick<CheckedNode, 'code' | 'title'>): string {
  return `${code} ${title}`
}

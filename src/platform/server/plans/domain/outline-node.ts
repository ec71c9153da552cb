import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'

/** What is written about a node. */
export type NodeFields = {
  readonly title: string
  readonly nature: string
  readonly deliverable: string
  readonly organisation: string
  readonly person: string | null
  readonly plannedStart: Instant
  readonly deadline: Instant
}

/** A node of an outline before or after an edit. */
export type OutlineNode = NodeFields & {
  readonly id: string
  readonly parent: string | null
  readonly code: string
  readonly links: readonly PlanLink[]
}

/** A node in its place, from top to bottom. */
export type PlacedNode = OutlineNode & { readonly ordinal: number; readonly depth: number; readonly leaf: boolean }

/** One operation. `before` is the brother that it comes before; null puts it last. */
export type Edit =
  | {
      readonly op: 'add'
      readonly node: string
      readonly parent: string | null
      readonly before: string | null
      readonly fields: NodeFields
    }
  | { readonly op: 'change'; readonly node: string; readonly fields: Partial<NodeFields> }
  | { readonly op: 'move'; readonly node: string; readonly parent: string | null; readonly before: string | null }
  | { readonly op: 'remove'; readonly node: string }
  | { readonly op: 'link'; readonly node: string; readonly links: readonly PlanLink[] }

/** A link that went because what it led to was removed. */
export type DroppedLink = { readonly node: string; readonly predecessor: string; readonly kind: PlanLink['kind'] }

/** An outline after its edits. */
export type EditedOutline = { readonly nodes: readonly PlacedNode[]; readonly dropped: readonly DroppedLink[] }

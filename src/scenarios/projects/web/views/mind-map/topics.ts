import type { DrawnNode } from '../drawn.ts'
import type { Sum } from '../sums.ts'

/** A topic of the map, as mind-elixir reads it. */
export type Topic = {
  readonly id: string
  readonly topic: string
  readonly expanded: boolean
  readonly children: Topic[]
  readonly tags?: { readonly text: string; readonly className: string }[]
}

/** The id of the middle of the map: the project itself. */
export const middle = 'project'

type Words = {
  readonly title: string
  /** Then topics are titles alone, as one writes them. */
  readonly isEditable: boolean
  readonly lampOf: (node: DrawnNode) => string
}

/** How many topics open with the map: more are unfolded by whoever wants them. */
const mostShown = 120

/** The tree of a project as topics around its title; deep levels are folded where the whole would not fit. */
export function topicsOf(sums: ReadonlyMap<string, Sum>, { title, isEditable, lampOf }: Words): Topic {
  const openDepth = depthThatFits(sums)
  const topicOf = (node: DrawnNode): Topic => ({
    id: node.node,
    topic: isEditable ? node.title : `${node.code} ${node.title}`,
    // A leaf that says it is folded has nothing to unfold, and the map stumbles over it.
    expanded: node.leaf || node.depth + 1 < openDepth,
    children: (sums.get(node.node)?.children ?? []).map(topicOf),
    ...(!isEditable && { tags: [{ text: `${lampOf(node)} ${node.progress}%`, className: `lamp-${node.lamp}` }] }),
  })
  return { id: middle, topic: title, expanded: true, children: (sums.get('')?.children ?? []).map(topicOf) }
}

/** The deepest level down to which not too many topics stand; the first one always. */
function depthThatFits(sums: ReadonlyMap<string, Sum>): number {
  let level = sums.get('')?.children ?? []
  let shown = level.length
  for (let depth = 1; ; depth++) {
    level = level.flatMap(({ node }) => sums.get(node)?.children ?? [])
    shown += level.length
    if (level.length === 0 || shown > mostShown) return depth
  }
}

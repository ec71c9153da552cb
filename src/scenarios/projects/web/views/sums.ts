import type { LampColour } from '#platform/web/vocabulary/lamp.tsx'
import type { DrawnNode } from './drawn.ts'

/** What stands below a branch: its direct children, and the sums of its leaves. A leaf sums up itself. */
export type Sum = {
  readonly children: readonly DrawnNode[]
  readonly leaves: number
  readonly done: number
  readonly lamps: Readonly<Record<LampColour, number>>
}

const none = { white: 0, blue: 0, green: 0, yellow: 0, red: 0 }

/** Sums for every node of an outline; the roots under the key of the empty string. One walk, however deep. */
export function sumsOf(nodes: readonly DrawnNode[]): ReadonlyMap<string, Sum> {
  const children = childrenOf(nodes)
  const sums = new Map<string, Sum>()
  const sum = (below: readonly DrawnNode[]): Sum => {
    const parts = below.map(({ node }) => sums.get(node)).filter((part) => part !== undefined)
    return {
      children: below,
      leaves: parts.reduce((total, { leaves }) => total + leaves, 0),
      done: parts.reduce((total, { done }) => total + done, 0),
      lamps: parts.reduce((total, { lamps }) => addLamps(total, lamps), none),
    }
  }
  for (const node of [...nodes].reverse())
    sums.set(node.node, node.leaf ? leafSum(node) : sum(children.get(node.node) ?? []))
  sums.set('', sum(children.get('') ?? []))
  return sums
}

function childrenOf(nodes: readonly DrawnNode[]): ReadonlyMap<string, readonly DrawnNode[]> {
  const children = new Map<string, DrawnNode[]>()
  for (const node of nodes) {
    const siblings = children.get(node.parent ?? '')
    if (siblings) siblings.push(node)
    else children.set(node.parent ?? '', [node])
  }
  return children
}

function leafSum({ state, lamp }: DrawnNode): Sum {
  return { children: [], leaves: 1, done: state === 'done' ? 1 : 0, lamps: { ...none, [lamp]: 1 } }
}

function addLamps(a: Sum['lamps'], b: Sum['lamps']): Sum['lamps'] {
  return {
    white: a.white + b.white,
    blue: a.blue + b.blue,
    green: a.green + b.green,
    yellow: a.yellow + b.yellow,
    red: a.red + b.red,
  }
}

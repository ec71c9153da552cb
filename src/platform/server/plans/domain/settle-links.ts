import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { EditFault, Outline } from './outline.ts'
import type { DroppedLink } from './outline-node.ts'

/** The links of leaves, those that went with removed nodes, and what is wrong. */
export type SettledLinks = {
  readonly links: ReadonlyMap<string, readonly PlanLink[]>
  readonly dropped: readonly DroppedLink[]
  readonly fault?: EditFault
}

/** Lets links join leaves: a branch's go to every leaf below it, and one to a branch leads to every leaf below that. */
export function settleLinks(outline: Outline): SettledLinks {
  const links = new Map<string, PlanLink[]>()
  const dropped: DroppedLink[] = []
  for (const { id, title, links: own } of outline.nodes.values()) {
    for (const link of own) {
      const gone = outline.removed.get(link.node)
      if (gone) dropped.push({ node: title, predecessor: gone.title, kind: link.kind })
      else if (!outline.nodes.has(link.node)) return failed('plans.edit.node-unknown', link.node)
      else if (outline.areKin(id, link.node)) return failed('plans.edit.link-inside', title)
      else join(outline, links, id, link)
    }
  }
  return { links, dropped }
}

function join(outline: Outline, links: Map<string, PlanLink[]>, id: string, link: PlanLink): void {
  for (const leaf of outline.leavesOf(id)) {
    const known = links.get(leaf) ?? []
    for (const node of outline.leavesOf(link.node))
      if (!known.some((one) => one.node === node && one.kind === link.kind)) known.push({ ...link, node })
    links.set(leaf, known)
  }
}

function failed(code: string, node: string): SettledLinks {
  return { links: new Map(), dropped: [], fault: { code, facts: { node } } }
}

import type { PlanLink } from '#platform/kernel/scheduling/link.ts'

/** Nodes so that each comes after its predecessors; the given order otherwise. Those in a circle come last. */
export function linkOrder<Node extends { readonly id: string; readonly links: readonly PlanLink[] }>(
  nodes: readonly Node[],
): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const behind = new Map<string, Node[]>()
  const waiting = new Map<string, number>()
  for (const node of nodes) {
    const before = new Set(node.links.map((link) => link.node).filter((id) => byId.has(id)))
    waiting.set(node.id, before.size)
    for (const id of before) {
      const others = behind.get(id)
      if (others) others.push(node)
      else behind.set(id, [node])
    }
  }
  const ordered = nodes.filter((node) => waiting.get(node.id) === 0)
  for (const node of ordered)
    for (const next of behind.get(node.id) ?? []) {
      const left = (waiting.get(next.id) ?? 0) - 1
      waiting.set(next.id, left)
      if (left === 0) ordered.push(next)
    }
  return [...ordered, ...nodes.filter((node) => (waiting.get(node.id) ?? 0) > 0)]
}

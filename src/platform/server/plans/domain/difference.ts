import type { NodeFields, PlacedNode } from './outline-node.ts'

/** What an edit changed in a node's words, owner, dates and links; its new number in the outline does not count. */
export type Difference = {
  readonly before: PlacedNode
  readonly after: PlacedNode
  readonly fields: readonly DifferentField[]
}
export type DifferentField = keyof NodeFields | 'links' | 'parent'

/** What became of an outline: nodes that are new, other, only numbered anew, or gone. */
export type Differences = {
  readonly added: readonly PlacedNode[]
  readonly changed: readonly Difference[]
  readonly moved: readonly PlacedNode[]
  readonly removed: readonly PlacedNode[]
}

const fields = [
  ...(['title', 'nature', 'deliverable', 'organisation', 'person', 'plannedStart', 'deadline', 'parent'] as const),
]

/** Compares an outline before and after an edit. */
export function differencesOf(before: readonly PlacedNode[], after: readonly PlacedNode[]): Differences {
  const old = new Map(before.map((node) => [node.id, node]))
  const kept = new Set(after.map(({ id }) => id))
  const pairs = after.flatMap((node) => {
    const was = old.get(node.id)
    return was === undefined ? [] : [{ before: was, after: node, fields: differentFields(was, node) }]
  })
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: pairs.filter(({ fields }) => fields.length > 0),
    moved: pairs.filter((pair) => pair.fields.length === 0 && isElsewhere(pair.before, pair.after)).map((p) => p.after),
    removed: before.filter(({ id }) => !kept.has(id)),
  }
}

/** What an entry says of a change: the new values at the top, the old ones under `from`; dates as ISO instants. */
export function tellDifference({ before, after, fields }: Difference) {
  const pick = (node: PlacedNode) => Object.fromEntries(fields.map((field) => [field, told(node, field)]))
  return { ...pick(after), from: pick(before) }
}

function told(node: PlacedNode, field: DifferentField) {
  if (field === 'plannedStart' || field === 'deadline') return new Date(node[field]).toISOString()
  return field === 'links' ? node.links.map(({ node: on, kind, lag }) => ({ node: on, kind, lag })) : node[field]
}

function differentFields(a: PlacedNode, b: PlacedNode): DifferentField[] {
  return [...fields.filter((field) => a[field] !== b[field]), ...(sameLinks(a, b) ? [] : (['links'] as const))]
}

function sameLinks(a: PlacedNode, b: PlacedNode): boolean {
  const key = ({ links }: PlacedNode) =>
    links
      .map(({ node, kind, lag }) => `${node} ${kind} ${lag}`)
      .sort()
      .join()
  return key(a) === key(b)
}

function isElsewhere(a: PlacedNode, b: PlacedNode): boolean {
  return a.ordinal !== b.ordinal || a.depth !== b.depth || a.code !== b.code || a.leaf !== b.leaf
}

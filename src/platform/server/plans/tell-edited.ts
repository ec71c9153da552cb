import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Differences } from './domain/difference.ts'
import type { PlacedNode } from './domain/outline-node.ts'

/** The longest list of nodes that one entry of a plan tells; the entries of the nodes tell the rest. */
const mostTold = 200

/** What an entry of the plan says of an edit: how many nodes, and which. */
export function tellEdited({ added, changed, moved, removed }: Differences): JsonObject {
  const told = [
    ...added.map((node) => ({ ...named(node), what: 'added' })),
    ...changed.map(({ after, fields }) => ({ ...named(after), what: 'changed', fields: [...fields] })),
    ...removed.map((node) => ({ ...named(node), what: 'removed' })),
  ]
  return {
    nodes: told.slice(0, mostTold),
    added: added.length,
    changed: changed.length,
    moved: moved.length,
    removed: removed.length,
  }
}

function named({ id, code, title }: PlacedNode) {
  return { node: id, code, title }
}

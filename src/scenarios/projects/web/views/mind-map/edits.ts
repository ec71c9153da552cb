import type { PlanEdit } from '../../../contract/edits.ts'

/** A topic as the map has it now. */
export type Drawn = { readonly id: string; readonly topic: string; readonly children?: readonly Drawn[] }

/** What a new node begins with: the unit and dates of what it is put under. */
export type Beginning = { readonly organisation: string; readonly plannedStart: string; readonly deadline: string }

type Place = { readonly parent: string; readonly position: number; readonly topic: string }

/**
 * The operations that make one map of another: what is new is added, what hangs elsewhere or in another order is moved, what is
 * called otherwise is renamed, and what is gone is removed, last, so that what was moved out of it stays.
 * @param beginningOf what a new node under this one begins with
 */
export function mapEdits(before: Drawn, after: Drawn, beginningOf: (parent: string) => Beginning): PlanEdit[] {
  const known = placesOf(before)
  const kept = placesOf(after)
  const edits: PlanEdit[] = []
  const walk = (parent: Drawn) => {
    edits.push(...childEdits(parent, after.id, known, beginningOf))
    for (const child of parent.children ?? []) walk(child)
  }
  walk(after)
  for (const [node, place] of known) {
    const isGone = !kept.has(node)
    if (isGone && (place.parent === before.id || kept.has(place.parent))) edits.push({ op: 'remove', node })
  }
  return edits
}

/** From the last child to the first, so that the brother that each comes before is there already. */
function childEdits(
  { id, children = [] }: Drawn,
  root: string,
  known: ReadonlyMap<string, Place>,
  beginningOf: (parent: string) => Beginning,
): PlanEdit[] {
  const edits: PlanEdit[] = []
  const parent = id === root ? null : id
  let next: string | null = null
  let nextPosition = Number.POSITIVE_INFINITY
  for (const child of [...children].reverse()) {
    const place = known.get(child.id)
    const title = child.topic.trim()
    if (!place) {
      edits.push({ op: 'add', node: child.id, parent, before: next, fields: newFields(title, beginningOf(id)) })
    } else {
      const stays = place.parent === id && place.position < nextPosition
      if (stays) nextPosition = place.position
      else edits.push({ op: 'move', node: child.id, parent, before: next })
      if (title !== place.topic) edits.push({ op: 'change', node: child.id, fields: { title } })
    }
    next = child.id
  }
  return edits
}

function newFields(title: string, beginning: Beginning) {
  return { title, ...beginning, nature: '', deliverable: '', person: '' }
}

function placesOf(root: Drawn): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const walk = ({ id, children = [] }: Drawn) => {
    for (const [position, child] of children.entries()) {
      places.set(child.id, { parent: id, position, topic: child.topic })
      walk(child)
    }
  }
  walk(root)
  return places
}

import { type WorkCalendar, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { PlacedNode } from './domain/outline-node.ts'
import type { NodeRow } from './node-row.ts'
import type { NewNode } from './plan-store.ts'

/** What a placed node says, in the shape of its columns. */
export function attributesOf(node: PlacedNode & { readonly weight: number }) {
  return {
    id: node.id,
    parent_id: node.parent,
    ordinal: node.ordinal,
    depth: node.depth,
    code: node.code,
    title: node.title,
    leaf: node.leaf,
    nature: node.nature,
    deliverable: node.deliverable,
    organisation: node.organisation,
    person: node.person,
    planned_start: new Date(node.plannedStart),
    deadline: new Date(node.deadline),
    weight: node.weight,
    links: node.links,
    predecessors: [...new Set(node.links.map((link) => link.node))],
  }
}

/** A stored node as an outline has it. */
export function placedOf(row: NodeRow): PlacedNode {
  const {
    id,
    parent_id: parent,
    ordinal,
    depth,
    code,
    title,
    leaf,
    nature,
    deliverable,
    organisation,
    person,
    links,
  } = row
  return {
    ...{ id, parent, ordinal, depth, code, title, leaf, nature, deliverable, organisation, person, links },
    plannedStart: row.planned_start.getTime(),
    deadline: row.deadline.getTime(),
  }
}

/** A node's share in the progress of what is above it: its planned working time in milliseconds. */
export function weightOf(calendar: WorkCalendar, node: Pick<PlacedNode, 'plannedStart' | 'deadline'>): number {
  return workingTimeBetween(calendar, node.plannedStart, node.deadline).workingMilliseconds
}

/** A placed node as it is put on record. */
export function newNodeOf(calendar: WorkCalendar, node: PlacedNode): NewNode {
  return attributesOf({ ...node, weight: weightOf(calendar, node) })
}

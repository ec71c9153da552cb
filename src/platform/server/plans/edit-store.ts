import type { Statement } from '#platform/server/commands/index.ts'
import type { PlacedNode } from './domain/outline-node.ts'
import { attributesOf } from './node-record.ts'

/** A node in its place after an edit, with its planned working time in milliseconds and the version that it has now. */
export type EditedNode = PlacedNode & { readonly weight: number; readonly version: number; readonly waits_on: number }

/** Writes what nodes are and where they stand; what time and work made of them stays. */
export function updateNodes(jurisdiction: string, nodes: readonly EditedNode[]): Statement {
  return {
    name: 'plans.update-nodes',
    text: `update plans.node n set parent_id = s.parent_id, ordinal = s.ordinal, depth = s.depth, code = s.code, title = s.title,
        leaf = s.leaf, nature = s.nature, deliverable = s.deliverable, organisation = s.organisation, person = s.person,
        planned_start = s.planned_start, deadline = s.deadline, weight = s.weight, links = s.links,
        predecessors = s.predecessors, waits_on = s.waits_on, version = s.version
      from jsonb_to_recordset($2::jsonb) as s(id uuid, parent_id uuid, ordinal int, depth smallint, code text, title text,
        leaf boolean, nature text, deliverable text, organisation text, person uuid, planned_start timestamptz,
        deadline timestamptz, weight bigint, links jsonb, predecessors uuid[], waits_on int, version int)
      where n.jurisdiction_id = $1 and n.id = any($3::uuid[]) and n.id = s.id`,
    values: [
      jurisdiction,
      JSON.stringify(nodes.map((node) => ({ ...attributesOf(node), waits_on: node.waits_on, version: node.version }))),
      nodes.map(({ id }) => id),
    ],
  }
}

/** Takes nodes out of their plan. */
export function deleteNodes(jurisdiction: string, ids: readonly string[]): Statement {
  return {
    name: 'plans.delete-nodes',
    text: 'delete from plans.node where jurisdiction_id = $1 and id = any($2::uuid[])',
    values: [jurisdiction, ids],
  }
}

/** Keeps nodes that are taken out of their plan, as they stood last. */
export function keepRemoved(
  jurisdiction: string,
  ids: readonly string[],
  removal: { readonly at: Date; readonly reason: string },
): Statement {
  return {
    name: 'plans.keep-removed',
    text: `insert into plans.removed_node (jurisdiction_id, id, plan_id, removed_at, reason, node, readers)
      select $1, s.id, s.plan_id, $2, $3, to_jsonb(s), s.readers
      from plans.node s where s.jurisdiction_id = $1 and s.id = any($4::uuid[])`,
    values: [jurisdiction, removal.at, removal.reason, ids],
  }
}

/** Gives nodes to another person. */
export function handOverNodes(jurisdiction: string, ids: readonly string[], person: string): Statement {
  return {
    name: 'plans.hand-over-nodes',
    text: 'update plans.node set person = $3 where jurisdiction_id = $1 and id = any($2::uuid[])',
    values: [jurisdiction, ids, person],
  }
}

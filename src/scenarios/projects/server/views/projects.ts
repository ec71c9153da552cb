import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listChanges, listNodes, type NodeRow as StoredNode } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { ProjectDetail, ProjectRow, TreeNode } from '../../contract/views.ts'
import { findProject, type ListedNode, listProjects, type PlanSummary, type ProjectFilter } from '../project-store.ts'
import { readReach } from '../reach.ts'
import { nodeRowOf, partsFor, partyOf } from './node-rows.ts'
import { readPauseReason } from './pause-reason.ts'
import { lifeOf } from './project-life.ts'
import { sumUp } from './summed.ts'

/** Filters as the route takes them. */
export type ListInput = {
  readonly search?: string | undefined
  readonly lamp?: string | undefined
  readonly unit?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of the projects that the post may see, most urgent first. */
export async function viewProjects(call: CallContext['call'], input: ListInput) {
  const offset = Math.max(0, Math.trunc(Number(input.after ?? 0)) || 0)
  const filter: ProjectFilter = {
    search: input.search || undefined,
    lamp: input.lamp,
    unit: input.unit,
    ids: undefined,
    offset,
    limit: input.limit,
  }
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const rows = await listProjects(tx, jurisdiction, readReach(call.actor), filter)
    const names = await findNames(tx, jurisdiction, leadsOf(rows))
    const total = rows[0]?.total ?? 0
    const next = offset + rows.length < total ? String(offset + rows.length) : null
    return { projects: rows.map((row) => projectRowOf(row, names)), next, total }
  })
}

/** One project with its tree; refuses one that is out of reach as one that is not there. */
export async function viewProject(
  services: Services,
  call: CallContext['call'],
  input: { readonly project: string; readonly nodes: 'all' | 'none' },
): Promise<ProjectDetail> {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const [project, nodes, changes] = await Promise.all([
      findProject(tx, jurisdiction, readReach(call.actor), input.project),
      input.nodes === 'none' ? [] : listNodes(tx, jurisdiction, input.project),
      listChanges(tx, jurisdiction, input.project),
    ])
    if (project === undefined) refused('record.unknown')
    const listed = nodes.map((node) => listedOf(node, project))
    const parts = await partsFor(tx, jurisdiction, services.rules(), listed, call.now)
    const names = await findNames(tx, jurisdiction, {
      ...leadsOf([project]),
      people: [project.lead_person, project.proposed_by],
    })
    return {
      ...projectRowOf(project, names),
      pauseReason: await readPauseReason(tx, jurisdiction, project),
      nodesInOrder: listed.map((node, index) => treeNodeOf(node, nodeRowOf(node, parts), nodes, index)),
      ...lifeOf(call.actor, project, names),
      startNeedsApproval: services.rules().planKind(project.kind)?.startApproval === true,
      openChange: changes.find(({ state }) => state === 'proposed')?.id ?? null,
    }
  })
}

/** A plan and the sums of its leaves as lists show it. */
function projectRowOf(row: PlanSummary, names: Names): ProjectRow {
  const { white = 0, blue = 0, green = 0, yellow = 0, red = 0 } = row.lamps
  return {
    project: row.id,
    title: row.title,
    kind: row.kind,
    lead: partyOf(names, row.lead_organisation, row.lead_person),
    state: row.state,
    confidential: row.confidential,
    nodes: row.nodes,
    done: row.done,
    lamps: { white, blue, green, yellow, red },
    progress: row.summed,
    start: row.starts.toISOString(),
    deadline: row.ends.toISOString(),
  }
}

function treeNodeOf(stored: ListedNode, row: TreeRow, nodes: readonly StoredNode[], index: number): TreeNode {
  const place = {
    parent: stored.parent_id,
    depth: stored.depth,
    nature: stored.nature,
    leaf: stored.leaf,
    predecessors: [...stored.predecessors],
    links: stored.links.map(({ node, kind, lag }) => ({ node, kind, lagMinutes: Math.round(lag / 60_000) })),
  }
  if (stored.leaf) return { ...row, ...place }
  return { ...row, ...place, ...sumUp(nodes, index), remaining: null }
}

type TreeRow = ReturnType<typeof nodeRowOf>

function listedOf(node: StoredNode, plan: PlanSummary): ListedNode {
  const {
    title: plan_title,
    started_at: plan_started_at,
    lead_organisation,
    lead_person,
    lamp_rule,
    lamp_rule_version,
  } = plan
  return { ...node, plan_title, plan_started_at, lead_organisation, lead_person, lamp_rule, lamp_rule_version }
}

function leadsOf(rows: readonly PlanSummary[]) {
  return { organisations: rows.map((row) => row.lead_organisation), people: rows.map((row) => row.lead_person) }
}

import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { listStories, type StoryEntry } from '#platform/server/journal/index.ts'
import { findObligation, type ObligationRow, obligationStream } from '#platform/server/obligations/index.ts'
import { listNodes, type NodeRow, nodeObligation, nodeStream } from '#platform/server/plans/index.ts'
import { type AppealRow, listAppeals } from '../appeal-store.ts'
import { appealStream } from '../commands/open-appeal.ts'
import { type ListedNode, listNodesById, listProjects } from '../project-store.ts'
import { readReach } from '../reach.ts'

/** A node with all that its page tells: its plan's nodes, its obligation, its objections and their entries. */
export type NodeStory = {
  readonly node: ListedNode
  readonly siblings: readonly NodeRow[]
  readonly obligation: ObligationRow | undefined
  readonly appeals: readonly AppealRow[]
  readonly entries: readonly StoryEntry[]
}

/** Reads a node's story; one that is out of reach is refused as one that is not there. */
export async function readNodeStory(tx: Transaction, call: CallContext['call'], id: string): Promise<NodeStory> {
  const { jurisdiction } = call.actor
  const [[node], obligation, appeals] = await Promise.all([
    listNodesById(tx, jurisdiction, [id]),
    findObligation(tx, jurisdiction, { subject: nodeStream(id), kind: nodeObligation }),
    listAppeals(tx, jurisdiction, id),
  ])
  if (node === undefined || !node.leaf) refused('record.unknown')
  const streams = [nodeStream(id), ...appeals.map((one) => appealStream(one.id))]
  const [siblings, entries] = await Promise.all([
    listNodes(tx, jurisdiction, node.plan_id),
    listStories(
      tx,
      jurisdiction,
      obligation ? [...streams, obligationStream(obligation.id)] : streams,
      obligation?.told,
    ),
    assertMayRead(tx, call, node, obligation),
  ])
  return { node, siblings, obligation, appeals, entries }
}

/** A post reads a node within its reach, and one whose obligation has climbed to its unit. */
async function assertMayRead(
  tx: Transaction,
  call: CallContext['call'],
  node: ListedNode,
  obligation: ObligationRow | undefined,
): Promise<void> {
  const { actor } = call
  if (node.person === actor.person || obligation?.holder_organisation === actor.organisation) return
  const filter = { search: undefined, lamp: undefined, unit: undefined, ids: [node.plan_id], offset: 0, limit: 1 }
  const [project] = actor.permissions.has('projects.read')
    ? await listProjects(tx, actor.jurisdiction, readReach(actor), filter)
    : []
  if (project === undefined) refused('record.unknown')
}

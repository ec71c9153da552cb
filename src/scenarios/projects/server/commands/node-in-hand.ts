import { ok, type Result } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { attachFiles, listFiles } from '#platform/server/files/index.ts'
import { refused } from '#platform/server/http/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { findObligation, type ObligationRow } from '#platform/server/obligations/index.ts'
import {
  findNode,
  type NodeInPlan,
  type NodeWork,
  nodeObligation,
  nodeStream,
  recordNodes,
} from '#platform/server/plans/index.ts'

/** What a command on a node answers. */
export type Acknowledged = {
  readonly node: string
  readonly version: number
  readonly lamp: string
  readonly entry: string
}

/** The node of a command, in a plan that runs; refuses what is not there or not running. */
export async function getNode(tx: Transaction, call: CommandCall, node: string): Promise<NodeInPlan> {
  const found = (await findNode(tx, call.actor.jurisdiction, node)) ?? refused('record.unknown')
  if (!found.node.leaf) refused('record.unknown')
  const { state, title } = found.plan
  if (state === 'paused') refused('projects.project.paused', { project: title })
  if (state !== 'running') refused('projects.project.not-running', { project: title })
  return found
}

/** What a node's owner owes for it, where the node has started. */
export function findOwed(tx: Transaction, call: CommandCall, node: string): Promise<ObligationRow | undefined> {
  return findObligation(tx, call.actor.jurisdiction, { subject: nodeStream(node), kind: nodeObligation })
}

/** Refuses evidence that is not there or that somebody else brought. */
export async function assertEvidence(tx: Transaction, call: CommandCall, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  const rows = await listFiles(tx, call.actor.jurisdiction, files)
  const own = new Set(rows.filter((row) => row.uploaded_by === call.actor.person).map((row) => row.id))
  if (!files.every((file) => own.has(file))) refused('projects.node.evidence-unknown')
}

/** The decision that puts nodes on record; the first of them is the one that the command is about. */
export function decideNodes<More extends object>(
  call: CommandCall,
  rules: CountyRules,
  works: readonly (NodeWork & { readonly plan: NodeInPlan['plan'] })[],
  parts: { readonly kind: string; readonly evidence?: readonly string[]; readonly answer: More },
): Result<Decision<Acknowledged & More>> {
  const { jurisdiction } = call.actor
  const [own] = works
  if (own === undefined) throw new Error('a decision about no node')
  const { writes, entries } = recordNodes({ jurisdiction, actor: call.actor, recordedAt: call.now }, rules, works)
  const evidence = parts.evidence ?? []
  const attached = evidence.length > 0 ? [attachFiles(jurisdiction, evidence, { readers: own.row.readers })] : []
  const { id, version, lamp } = own.change.node
  const answer = { node: id, version, lamp, entry: entryOf(entries, parts.kind), ...parts.answer }
  return ok({ answer, entries, writes: [...writes, ...attached] })
}

function entryOf(entries: readonly NewEntry[], kind: string): string {
  const entry = entries.find((one) => one.kind === kind)
  if (entry?.id === undefined) throw new Error(`the decision has no entry ${kind}`)
  return entry.id
}

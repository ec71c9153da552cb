import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listNodes, type NodeRow } from '#platform/server/plans/index.ts'
import { type ImportedNodeRow, listImportedNodes } from '../mspdi/imported-store.ts'
import { findProject, type PlanSummary } from '../project-store.ts'
import { readReach } from '../reach.ts'
import { type BaselineDates, listBaselineDates } from './baseline-store.ts'

/** A project with all that an export tells of it. */
export type ExportFacts = {
  readonly project: PlanSummary
  readonly nodes: readonly NodeRow[]
  readonly names: Names
  readonly imported: ReadonlyMap<string, ImportedNodeRow>
  readonly baselines: readonly BaselineDates[]
}

/** Reads a project within the caller's reach; refuses one that is out of reach as one that is not there. */
export function readExportFacts(call: CallContext['call'], id: string): Promise<ExportFacts> {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const [project, nodes, imported, baselines] = await Promise.all([
      findProject(tx, jurisdiction, readReach(call.actor), id),
      listNodes(tx, jurisdiction, id),
      listImportedNodes(tx, jurisdiction, id),
      listBaselineDates(tx, jurisdiction, id),
    ])
    if (project === undefined) refused('record.unknown')
    const names = await findNames(tx, jurisdiction, {
      organisations: nodes.map((node) => node.organisation),
      people: nodes.map((node) => node.person),
    })
    return { project, nodes, names, imported: new Map(imported.map((row) => [row.node_id, row])), baselines }
  })
}

/** A file to be saved under a title. */
export function fileOf(title: string, extension: string, type: string, bytes: string | Buffer): File {
  const name = `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${extension}`
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })
}

import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { FileBaseline } from '../../domain/mspdi/project-file.ts'

/** What a file said of a node and the plan does not hold. */
export type ImportedNodeRow = {
  readonly node_id: string
  readonly uid: number
  readonly percent: number
  readonly actual_start: Date | null
  readonly actual_finish: Date | null
  readonly notes: string
  readonly baselines: readonly FileBaseline[]
}

/** The file that a plan was made of. */
export type ImportedFile = {
  readonly plan: string
  readonly name: string
  readonly readers: readonly string[] | null
  readonly report: unknown
}

/** Keeps the file's name and what was said of it. */
export function insertImportedFile(jurisdiction: string, file: ImportedFile, at: Date): Statement {
  return {
    name: 'projects.insert-imported-file',
    text: `insert into projects.imported_file (jurisdiction_id, plan_id, file_name, imported_at, report, readers)
      values ($1, $2, $3, $4, $5, $6)`,
    values: [jurisdiction, file.plan, file.name, at, JSON.stringify(file.report), file.readers],
  }
}

/** Keeps what the file said of nodes. */
export function insertImportedNodes(
  jurisdiction: string,
  { plan, readers }: Pick<ImportedFile, 'plan' | 'readers'>,
  nodes: readonly ImportedNodeRow[],
): Statement {
  return {
    name: 'projects.insert-imported-nodes',
    text: `insert into projects.imported_node (jurisdiction_id, plan_id, readers, node_id, uid, percent, actual_start, actual_finish,
        notes, baselines)
      select $1, $2, $3, s.* from jsonb_to_recordset($4::jsonb) as s(node_id uuid, uid int, percent smallint,
        actual_start timestamptz, actual_finish timestamptz, notes text, baselines jsonb)`,
    values: [jurisdiction, plan, readers, JSON.stringify(nodes)],
  }
}

/** What files said of a plan's nodes. */
export function listImportedNodes(tx: Transaction, jurisdiction: string, plan: string): Promise<ImportedNodeRow[]> {
  return tx.prepared<ImportedNodeRow>(
    'projects.list-imported-nodes',
    `select node_id, uid, percent, actual_start, actual_finish, notes, baselines from projects.imported_node
      where jurisdiction_id = $1 and plan_id = $2`,
    [jurisdiction, plan],
  )
}

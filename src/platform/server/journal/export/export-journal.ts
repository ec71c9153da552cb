import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { headerOf } from '../entry-row.ts'
import { latestHead } from '../head-store.ts'
import { writeEntryLine, writeLine } from './export-line.ts'
import { type ExportRow, listForExport, listHeads } from './export-store.ts'

/** A multiple of the entries a head covers at most, so that each window ends with a head. */
const positionsPerWindow = 1024

/**
 * The record of a jurisdiction up to its latest head as lines of JSON, a window at a time: what is sealed never changes, so
 * no transaction stays open for long and memory stays small however long the record is.
 */
export async function* exportJournal(
  database: Database,
  jurisdiction: JurisdictionId,
  exportedAt: Date,
): AsyncGenerator<string> {
  const head = await database.asSystem(jurisdiction, (tx) => latestHead(tx, jurisdiction))
  const size = Number(head?.size ?? 0)
  yield writeLine({
    type: 'meta',
    format: 'xianqu journal export 1',
    jurisdiction,
    exportedAt: exportedAt.toISOString(),
    size,
  })
  for (let from = 0; from < size; from += positionsPerWindow) {
    yield await windowOf(database, jurisdiction, from, Math.min(size, from + positionsPerWindow))
  }
}

async function windowOf(database: Database, jurisdiction: JurisdictionId, from: number, upTo: number): Promise<string> {
  const [rows, heads] = await database.asSystem(jurisdiction, (tx) =>
    Promise.all([listForExport(tx, jurisdiction, from, upTo), listHeads(tx, jurisdiction, from, upTo)]),
  )
  let start = 0
  const lines = heads.flatMap((head) => {
    const covered = rows.slice(start, Number(head.size) - from)
    start += covered.length
    const leaves = Buffer.concat(covered.map((row) => row.hash)).toString('base64')
    return [...covered.map(lineOf), writeLine({ type: 'head', head, leaves })]
  })
  return [...lines, ...rows.slice(start).map(lineOf)].join('')
}

function lineOf(row: ExportRow): string {
  const position = Number(row.position)
  const header = headerOf(row)
  if (row.salt === null || row.body === null) return writeEntryLine({ position, header })
  return writeEntryLine({ position, header, salt: row.salt.toString('hex'), payload: row.body })
}

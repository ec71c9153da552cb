import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { rowPlace } from './ask-department.ts'
import type { Dataset } from './catalogue.ts'
import type { ReadTable } from './domain/read-table.ts'
import { tableStream } from './entries.ts'
import { hashOfSubject } from './subject.ts'
import { type HandedOver, listHandedOver, replaceTable } from './table-store.ts'

/** A table as its owner hands it over: read, and the day of which it tells. */
export type HandingOver = {
  readonly dataset: Dataset
  readonly table: ReadTable
  readonly file: { readonly id: string; readonly name: string }
  readonly asOf: string
}

/** Makes a table the present one of its dataset, sealed row by row; refuses it whole where anything is wrong with it. */
export async function decideHandingOver(
  tx: Transaction,
  call: CommandCall,
  personalData: PersonalData,
  { dataset, table, file, asOf }: HandingOver,
): Promise<Result<Decision<HandedOver & { readonly entry: string }>>> {
  const { jurisdiction, person, post, organisation } = call.actor
  if (table.faults.length > 0) return refuse('data-hub.table.faulty', { faults: table.faults.length })
  if (table.rows.length === 0) return refuse('data-hub.table.empty')
  const [last] = await listHandedOver(tx, jurisdiction, dataset.id)
  if (last && last.as_of > asOf) return refuse('data-hub.table.older', { asOf: last.as_of })
  const version = (last?.file_version ?? 0) + 1
  const head: HandedOver = {
    ...{ dataset: dataset.id, file_version: version, file_id: file.id, file_name: file.name },
    ...{ rows: table.rows.length, as_of: asOf, imported_at: call.now, imported_by: person },
  }
  const sealed = table.rows.map(({ row, record }) => ({
    row,
    subject: hashOfSubject(personalData, { kind: dataset.subject, number: String(record[dataset.key]) }),
    content: personalData.seal(JSON.stringify(record), rowPlace(dataset.id, version, row)),
  }))
  const entry = {
    ...{ id: newEntryId(), jurisdiction, stream: tableStream(dataset.id), version, kind: 'data-hub.table.handed-over' },
    ...{
      recordedAt: call.now,
      actor: { person, post, organisation },
      readers: [dataset.owner, organisation] as OrganisationId[],
    },
    payload: { dataset: dataset.id, fileVersion: version, file: file.id, rows: head.rows, asOf },
  }
  return ok({
    answer: { ...head, entry: entry.id },
    entries: [entry],
    writes: replaceTable(jurisdiction, head, sealed),
  })
}

import { buffer } from 'node:stream/consumers'
import { catalogueAt, type Dataset, type ReadTable, readTable } from '#platform/server/data-hub/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { readSheet } from '#platform/server/sheets/index.ts'
import { assertReach } from './reach.ts'

const rows = 50_000

/** An upload of the caller's own, read as the table of a dataset that the caller answers for. */
export async function readTableUpload(
  services: Services,
  call: CallContext['call'],
  input: { readonly dataset: string; readonly file: string },
): Promise<{ readonly dataset: Dataset; readonly table: ReadTable; readonly file: { id: string; name: string } }> {
  const { datasets, dictionary } = catalogueAt(services.rules(), call.now.getTime())
  const dataset = datasets.get(input.dataset) ?? refused('data-hub.dataset.unknown', { dataset: input.dataset })
  assertReach(call.actor, 'data-hub.hand-over', dataset.owner)
  if (dataset.source.kind !== 'table') refused('data-hub.table.not-a-table', { dataset: dataset.name })
  const [file] = await call.read((tx) => listFiles(tx, call.actor.jurisdiction, [input.file]))
  if (file === undefined || file.uploaded_by !== call.actor.person) refused('record.unknown')
  const text = file.media_type === 'text/csv'
  if (!text && !/spreadsheetml|ms-excel/.test(file.media_type)) refused('data-hub.table.unreadable', { rows })
  const reading = await readSheet(await buffer(services.files.read(file.digest)), { text, rows })
  if (reading.kind !== 'sheet') refused('data-hub.table.unreadable', { rows })
  return { dataset, table: readTable(dataset, dictionary, reading.sheet.rows), file: { id: file.id, name: file.name } }
}

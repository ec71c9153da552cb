import type { Asking as ConnectorAsking } from '#platform/server/connectors/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Catalogue, Dataset } from './catalogue.ts'
import type { DatasetField } from './domain/dataset.ts'
import { type Answer, readAnswer } from './domain/read-answer.ts'
import { findHandedOver } from './table-store.ts'

/** What a question to a department came to; a fault may be over when it is asked again. */
export type Asked =
  | { readonly kind: 'fault'; readonly fault: string }
  | { readonly answer: Answer; readonly asOf: string | undefined; readonly kind: 'read' }

/** One question: which look-up, about whom, which fields. */
export type DepartmentQuestion = {
  readonly id: string
  readonly subject: { readonly number: string; readonly name?: string | undefined; readonly hash: Buffer }
  readonly fields: readonly string[]
}

/** Asks whoever holds a dataset, and reads the answer by the catalogue. Never throws for what the other side does. */
export async function askDepartment(
  services: Services,
  catalogue: Catalogue,
  dataset: Dataset,
  question: DepartmentQuestion,
): Promise<Asked> {
  const { source } = dataset
  if (source.kind === 'table') return askTable(services, catalogue, dataset, question)
  const connector = catalogue.connectors.get(source.connector)
  if (connector === undefined) return { kind: 'fault', fault: 'no-address' }
  const asking: ConnectorAsking = source
  const reply = await services.connectors.ask(connector, {
    ...{ id: question.id, asking, number: question.subject.number },
    withinMilliseconds: dataset.answer.withinMilliseconds,
  })
  if (reply.kind === 'fault') return reply
  if (reply.kind === 'unreadable')
    return { kind: 'read', answer: { kind: 'wrong-answer', reason: 'unreadable' }, asOf: undefined }
  const answer = readAnswer(
    dataset,
    catalogue.dictionary,
    { ...question.subject, fields: question.fields },
    reply.records,
  )
  return { kind: 'read', answer, asOf: reply.asOf }
}

async function askTable(
  { database, jurisdiction, personalData }: Services,
  { dictionary }: Catalogue,
  dataset: Dataset,
  { subject, fields }: DepartmentQuestion,
): Promise<Asked> {
  const found = await database.asSystem(jurisdiction, (tx) =>
    findHandedOver(tx, jurisdiction, dataset.id, subject.hash),
  )
  if (found === undefined) return { kind: 'fault', fault: 'no-table' }
  const records = found.rows.map(
    ({ content, file_version, row_number }) =>
      JSON.parse(personalData.open(content, rowPlace(dataset.id, file_version, row_number))) as Record<string, unknown>,
  )
  const asKept = { ...dataset, fields: dataset.fields.map(asDictionary) }
  return { kind: 'read', answer: readAnswer(asKept, dictionary, { ...subject, fields }, records), asOf: found.asOf }
}

/** Where a row of a table is sealed. */
export const rowPlace = (dataset: string, version: number, row: number) => `data-hub.table/${dataset}/${version}/${row}`

/** A row that was read once is kept as the dictionary has it. */
function asDictionary({ field, required }: DatasetField): DatasetField {
  return { field, required }
}

import type { Transaction } from '#platform/server/database/index.ts'

/** A table that was handed over. */
export type HandedOver = {
  readonly dataset: string
  readonly file_version: number
  readonly file_id: string
  readonly file_name: string
  readonly rows: number
  readonly as_of: string
  readonly imported_at: Date
  readonly imported_by: string
}

const columns = 'dataset, file_version, file_id, file_name, rows, as_of::text as as_of, imported_at, imported_by'

/** Tables handed over of a dataset, or of all; the last version first. */
export function listHandedOver(tx: Transaction, jurisdiction: string, dataset?: string): Promise<HandedOver[]> {
  return tx.prepared<HandedOver>(
    'data-hub.list-handed-over',
    `select ${columns} from data_hub.handed_over where jurisdiction_id = $1 and ($2::text is null or dataset = $2)
      order by dataset, file_version desc`,
    [jurisdiction, dataset ?? null],
  )
}

/** The sealed rows of a person in the present table, with the date of the table; nothing where none was ever handed over. */
export async function findHandedOver(
  tx: Transaction,
  jurisdiction: string,
  dataset: string,
  subject: Buffer,
): Promise<
  { readonly asOf: string; readonly rows: { row_number: number; content: Buffer; file_version: number }[] } | undefined
> {
  const [heads, rows] = await Promise.all([
    tx.prepared<{ file_version: number; as_of: string }>(
      'data-hub.present-table',
      `select file_version, as_of::text as as_of from data_hub.handed_over where jurisdiction_id = $1 and dataset = $2
        order by file_version desc limit 1`,
      [jurisdiction, dataset],
    ),
    tx.prepared<{ row_number: number; content: Buffer; file_version: number }>(
      'data-hub.rows-of-table',
      `select row_number, content, file_version from data_hub.handed_over_row
        where jurisdiction_id = $1 and dataset = $2 and subject_hash = $3 order by row_number`,
      [jurisdiction, dataset, subject],
    ),
  ])
  const [head] = heads
  return head && { asOf: head.as_of, rows: rows.filter(({ file_version }) => file_version === head.file_version) }
}

/** One row to keep. */
export type NewTableRow = { readonly row: number; readonly subject: Buffer; readonly content: Buffer }

/** The statements that make a version the present one: the rows of those before go, its own come. */
export function replaceTable(jurisdiction: string, head: HandedOver, rows: readonly NewTableRow[]) {
  return [
    {
      name: 'data-hub.insert-handed-over',
      text: `insert into data_hub.handed_over (jurisdiction_id, dataset, file_version, file_id, file_name, rows, as_of, imported_at,
          imported_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        ...[jurisdiction, head.dataset, head.file_version, head.file_id, head.file_name, head.rows, head.as_of],
        ...[head.imported_at, head.imported_by],
      ],
    },
    {
      name: 'data-hub.drop-rows',
      text: 'delete from data_hub.handed_over_row where jurisdiction_id = $1 and dataset = $2',
      values: [jurisdiction, head.dataset],
    },
    {
      name: 'data-hub.insert-rows',
      text: `insert into data_hub.handed_over_row (jurisdiction_id, dataset, file_version, row_number, subject_hash, content)
        select $1, $2, $3, r.n, r.s, r.c from unnest($4::int[], $5::bytea[], $6::bytea[]) as r(n, s, c)`,
      values: [
        ...[jurisdiction, head.dataset, head.file_version],
        ...[rows.map(({ row }) => row), rows.map(({ subject }) => subject), rows.map(({ content }) => content)],
      ],
    },
  ]
}

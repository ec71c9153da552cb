import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An uploaded file as it is on record. */
export type FileRow = {
  readonly id: string
  readonly digest: Buffer
  readonly bytes: bigint
  readonly name: string
  readonly media_type: string
  readonly uploaded_by: string
  readonly uploaded_at: Date
  /** The stream of the record that it was attached to; null until then, or where nobody’s right to it can end. */
  readonly attached_to: string | null
}

const columns = 'id, digest, bytes, name, media_type, uploaded_by, uploaded_at, attached_to'

/** A file to put on record. */
export type NewFile = Omit<FileRow, 'bytes' | 'attached_to'> & {
  readonly jurisdiction: string
  readonly bytes: number
  readonly key: string
  readonly readers: readonly string[]
}

/** Puts an upload on record; a repeat of its key gives the row that is there. */
export async function insertFile(tx: Transaction, file: NewFile): Promise<FileRow> {
  await tx.query(
    `insert into files.file (jurisdiction_id, id, digest, bytes, name, media_type, uploaded_by, uploaded_at, upload_key, readers)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (jurisdiction_id, uploaded_by, upload_key) do nothing`,
    [
      file.jurisdiction,
      file.id,
      file.digest,
      file.bytes,
      file.name,
      file.media_type,
      file.uploaded_by,
      file.uploaded_at,
      file.key,
      file.readers,
    ],
  )
  const [row] = await tx.query<FileRow>(
    `select ${columns} from files.file where jurisdiction_id = $1 and uploaded_by = $2 and upload_key = $3`,
    [file.jurisdiction, file.uploaded_by, file.key],
  )
  if (row === undefined) throw new Error('an upload is not on record after its insertion')
  return row
}

/** Files by id, those that the transaction may see. */
export function listFiles(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<FileRow[]> {
  return tx.prepared<FileRow>(
    'files.list',
    `select ${columns} from files.file where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** What files are attached to: its readers become theirs, and its stream is kept where somebody’s right to read it may end. */
type AttachedTo = { readonly readers: readonly string[] | null; readonly to?: string }

/** Gives files the readers of the record that they are attached to. */
export function attachFiles(jurisdiction: string, ids: readonly string[], { readers, to }: AttachedTo): Statement {
  return {
    name: 'files.attach',
    text: 'update files.file set readers = $3, attached_to = $4 where jurisdiction_id = $1 and id = any($2::uuid[])',
    values: [jurisdiction, ids, readers, to ?? null],
  }
}

import { newIdempotencyKey } from './idempotency-key.ts'
import { request } from './request.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** A file that the server holds now. */
export type Uploaded = {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Where files of those at work lie, and where those of residents do. */
export type FileFolder = '/api/files' | '/api/portal/files'

/** Brings a file to the server, photographs at most 1920 px wide or high; a repeat with the same key is stored once. */
export async function upload(
  original: File,
  key = newIdempotencyKey(),
  folder: FileFolder = '/api/files',
): Promise<Uploaded> {
  const file = await shrinkPhoto(original)
  const response = await request(
    new Request(folder, {
      method: 'POST',
      body: file,
      headers: {
        'Content-Type': file.type || 'application/octet-stream',
        'X-File-Name': encodeURIComponent(file.name),
        'Idempotency-Key': key,
      },
    }),
  )
  return response.json() as Promise<Uploaded>
}

/** Where a file is opened. */
export function fileAddress(file: string, folder: FileFolder = '/api/files'): string {
  return `${folder}/${encodeURIComponent(file)}`
}

import { useRef, useState } from 'react'
import { ProblemError } from '../api/failure.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { type FileFolder, type Uploaded, upload } from '../api/upload.ts'

/** A file on its way to the server. */
export type UploadItem = {
  readonly key: string
  readonly original: File
  readonly state: 'sending' | 'there' | 'failed'
  readonly uploaded?: Uploaded
  readonly error?: unknown
}

/** Files that a form brings: each is sent at once, may be sent again when that failed, and may be taken out. */
export function useUploads(folder: FileFolder = '/api/files') {
  const [items, setItems] = useState<readonly UploadItem[]>([])
  const gone = useRef(new Set<string>())
  const put = (item: UploadItem) =>
    setItems((before) =>
      gone.current.has(item.key)
        ? before
        : before.some(({ key }) => key === item.key)
          ? before.map((old) => (old.key === item.key ? item : old))
          : [...before, item],
    )
  const send = (key: string, original: File) => {
    put({ key, original, state: 'sending' })
    upload(original, key, folder).then(
      (uploaded) => put({ key, original, state: 'there', uploaded }),
      (error: unknown) => put({ key, original, state: 'failed', error }),
    )
  }
  return {
    items,
    add: (files: Iterable<File>) => {
      for (const file of files) send(newIdempotencyKey(), file)
    },
    retry: (item: UploadItem) => send(item.key, item.original),
    remove: (item: UploadItem) => {
      gone.current.add(item.key)
      setItems((before) => before.filter(({ key }) => key !== item.key))
    },
    isSending: items.some(({ state }) => state === 'sending'),
    /** The server will not have one of them; it must be taken out. */
    isRefused: items.some(({ error }) => error instanceof ProblemError),
    /** The ids of what the server holds. */
    files: items.flatMap(({ uploaded }) => uploaded?.file ?? []),
  }
}

/** The files of a form. */
export type Uploads = ReturnType<typeof useUploads>

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { v7 } from 'uuid'

/** Where the bytes lie, each under its SHA-256: a folder here; an object store has the same three verbs. */
export type FileFolder = {
  /**
   * Keeps a stream durably; gives nothing where it is longer than `limitBytes`. `accept` sees what came before it stays, and throws where
   * it is not to. In either case nothing is left behind.
   */
  keep(stream: Readable, limitBytes: number, accept?: (came: Kept) => void): Promise<Kept | undefined>
  read(digest: Buffer): Readable
  /** The bytes with how many they are; throws where they are gone. */
  open(digest: Buffer): Promise<{ readonly bytes: number; readonly stream: Readable }>
}

/** Bytes that are kept. `head` holds the first 64 of them, to tell the kind of file by. */
export type Kept = { readonly digest: Buffer; readonly bytes: number; readonly head: Buffer }

/** Opens a file store in a folder, made where it is missing. */
export function openFileFolder(folder: string): FileFolder {
  const pathOf = (digest: Buffer) => {
    const hex = digest.toString('hex')
    return join(folder, hex.slice(0, 2), hex.slice(2, 4), hex)
  }
  return {
    keep: (stream, limitBytes, accept) => keep(stream, { limitBytes, accept, folder, pathOf }),
    read: (digest) => createReadStream(pathOf(digest)),
    open: async (digest) => {
      const { size } = await stat(pathOf(digest))
      return { bytes: size, stream: createReadStream(pathOf(digest)) }
    },
  }
}

type Keeping = {
  readonly limitBytes: number
  readonly accept: ((came: Kept) => void) | undefined
  readonly folder: string
  pathOf(digest: Buffer): string
}

async function keep(stream: Readable, { limitBytes, accept, folder, pathOf }: Keeping) {
  const incoming = join(folder, 'incoming', v7())
  await mkdir(dirname(incoming), { recursive: true })
  try {
    const kept = await copyAndDigest(stream, limitBytes, incoming)
    if (kept === undefined) return undefined
    accept?.(kept)
    const path = pathOf(kept.digest)
    await mkdir(dirname(path), { recursive: true })
    await rename(incoming, path)
    return kept
  } finally {
    await rm(incoming, { force: true })
  }
}

async function copyAndDigest(stream: Readable, limitBytes: number, path: string): Promise<Kept | undefined> {
  const hash = createHash('sha256')
  const file = await open(path, 'w', 0o600)
  let bytes = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limitBytes) return undefined
      if (head.length < 64) head = Buffer.concat([head, chunk.subarray(0, 64 - head.length)])
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
    return { digest: hash.digest(), bytes, head }
  } finally {
    await file.close()
  }
}

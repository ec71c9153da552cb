import { createHash, type Hash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { openFileFolder } from '#platform/server/files/index.ts'
import {
  type BackupContents,
  type BackupHeading,
  formatVersion,
  keyFiles,
  type TableContents,
} from './backup-format.ts'
import { copyOut, listFileDigests, listHeads, listMigrations, listTables } from './tables-store.ts'

/** A platform's database and data folder, as they are backed up. */
export type BackedUp = {
  readonly ownerUrl: string
  readonly data: string
  readonly version: string
  readonly now: Date
}

/** What a backup holds, for the person who made it. */
export type BackupReport = { readonly tables: number; readonly files: number; readonly bytes: number }

const blockBytes = 4 * 1024 * 1024
/** The backup's instant stands in its heading; the same contents give the same bytes. */
const unknownTime = new Date(0)

/**
 * Writes a backup of one instant while the platform goes on working: all tables in one snapshot, then the uploads that it
 * names. It appears at `file` whole or not at all, readable by its owner alone: it holds everything, keys too.
 */
export async function writeBackup(platform: BackedUp, file: string): Promise<BackupReport> {
  const draft = `${file}.part`
  const tar = pack()
  try {
    const written = pipeline(
      tar as AsyncIterable<Buffer>,
      createZstdCompress(),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    )
    const [contents] = await Promise.all([fill(tar, platform).catch((error) => fail(tar, error)), written])
    await rename(draft, file)
    const { size: bytes } = await stat(file)
    return { tables: contents.tables.length, files: contents.files.length, bytes }
  } finally {
    await rm(draft, { force: true })
  }
}

function fail(tar: Pack, error: unknown): never {
  tar.destroy(error as Error)
  throw error
}

async function fill(tar: Pack, platform: BackedUp): Promise<BackupContents> {
  const client = new Client({ connectionString: platform.ownerUrl, application_name: 'xianqu-backup' })
  await client.connect()
  try {
    await client.query('set role xianqu_migrator')
    await client.query('begin isolation level repeatable read read only')
    await add(tar, 'backup.json', json(await headingOf(client, platform)))
    for (const name of keyFiles.filter((one) => existsSync(join(platform.data, one))))
      await add(tar, `keys/${name}`, await readFile(join(platform.data, name)))
    const tables: TableContents[] = []
    for (const table of await listTables(client)) tables.push(await addTable(tar, client, table))
    const files = await listFileDigests(client)
    for (const digest of files) await addFile(tar, platform.data, digest)
    await add(tar, 'contents.json', json({ tables, files }))
    tar.finalize()
    return { tables, files }
  } finally {
    await client.end()
  }
}

async function headingOf(client: Client, { version, now }: BackedUp): Promise<BackupHeading> {
  const [migrations, heads] = [await listMigrations(client), await listHeads(client)]
  return { format: formatVersion, version, at: now.toISOString(), migrations, heads }
}

/** A table in blocks: how long it is in all is known only when it has been read. */
async function addTable(tar: Pack, client: Client, table: string): Promise<TableContents> {
  const digest = createHash('sha256')
  let bytes = 0
  let block = 0
  for await (const chunk of blocksOf(client.query(copyTo(copyOut(table))), digest)) {
    bytes += chunk.length
    block += 1
    await add(tar, `tables/${table}/${String(block).padStart(6, '0')}`, chunk)
  }
  return { table, bytes, digest: digest.digest('hex') }
}

async function* blocksOf(stream: AsyncIterable<Buffer>, digest: Hash): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    digest.update(chunk)
    held.push(chunk)
    bytes += chunk.length
    if (bytes < blockBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}

async function addFile(tar: Pack, data: string, digest: string): Promise<void> {
  const folder = openFileFolder(join(data, 'files'))
  const { bytes, stream } = await folder.open(Buffer.from(digest, 'hex'))
  await addStream(tar, `files/${digest}`, bytes, stream)
}

function add(tar: Pack, name: string, bytes: Buffer): Promise<void> {
  return addStream(tar, name, bytes.length, [bytes])
}

type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>

/** Waits until what was added has gone on: memory stays small however slow the disk is. */
async function addStream(tar: Pack, name: string, size: number, chunks: Chunks): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const entry = tar.entry({ name, size, mode: 0o600, mtime: unknownTime }, (error) =>
    error ? reject(error) : resolve(),
  )
  for await (const chunk of chunks)
    if (!entry.write(chunk)) await new Promise<void>((drained) => entry.once('drain', () => drained()))
  entry.end(null)
  await promise
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}

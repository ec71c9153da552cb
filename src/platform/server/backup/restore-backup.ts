import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Extract, extract } from 'tar-stream'
import {
  checksumOf,
  type Migration,
  migrate,
  prepareRoles,
  type Room,
  readRoom,
} from '#platform/server/database/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { readSecrets } from '#platform/server/secrets/index.ts'
import { BackupContents, BackupHeading, keyFiles } from './backup-format.ts'
import { NotRestored } from './not-restored.ts'
import { copyIn, emptyTables, isEmpty, listTables } from './tables-store.ts'

/** Where a backup is restored to: a database without tables of ours and a data folder without keys. */
export type RestoreTarget = {
  readonly ownerUrl: string
  readonly data: string
  /** The rooms of this Xianqu; their schema must be the backup's or newer. */
  readonly rooms: readonly Room[]
  readonly now: Date
}

/**
 * Restores a backup: its schema, its tables in one transaction, its uploads and keys. Whatever does not fit throws
 * `NotRestored`, and the tables stay empty. The record is to be verified afterwards against the heading's heads.
 */
export async function restoreBackup(target: RestoreTarget, file: string): Promise<BackupHeading> {
  await assertUntouched(target)
  const source = openBackup(file)
  try {
    const heading = await readHeading(source)
    const { keys, after } = await readKeys(source)
    await makeSchema(target, heading, keys)
    await fillTables(target, source, after)
    await keepKeys(target.data, keys)
    await migrate(target.ownerUrl, target.rooms, target.now)
    return heading
  } catch (error) {
    throw source.broken ? new NotRestored('damaged', source.broken.message) : error
  }
}

async function fillTables(target: RestoreTarget, source: Source, first: Entry | undefined): Promise<void> {
  const client = new Client({ connectionString: target.ownerUrl, application_name: 'xianqu-restore' })
  client.on('error', () => undefined) // a copy that is cut short ends with its connection; nothing was committed
  await client.connect()
  try {
    await client.query('set role xianqu_migrator')
    await client.query('begin')
    await fillAll(client, target, source, first)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

type Entry = Extract extends AsyncIterable<infer One> ? One & AsyncIterable<Buffer> : never

/** The entries of a backup as they come; `broken` when the file turned out to be damaged on the way. */
type Source = { readonly entries: AsyncIterator<Entry>; broken: Error | undefined }

function openBackup(file: string): Source {
  const tar = extract()
  const source: Source = { entries: tar[Symbol.asyncIterator]() as AsyncIterator<Entry>, broken: undefined }
  pipeline(createReadStream(file), createZstdDecompress(), tar).catch((error: Error) => {
    source.broken = error
    tar.destroy(error)
  })
  return source
}

async function next({ entries }: Source): Promise<Entry | undefined> {
  const { done, value } = await entries.next()
  return done ? undefined : value
}

async function assertUntouched({ ownerUrl, data }: RestoreTarget): Promise<void> {
  const kept = keyFiles.find((name) => existsSync(join(data, name)))
  if (kept !== undefined) throw new NotRestored('not-empty', join(data, kept))
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const empty = await isEmpty(client).finally(() => client.end())
  if (!empty) throw new NotRestored('not-empty', 'PostgreSQL')
}

async function readHeading(source: Source): Promise<BackupHeading> {
  const entry = await next(source)
  if (entry?.header.name !== 'backup.json') throw new NotRestored('damaged', 'backup.json')
  const heading = BackupHeading.safeParse(JSON.parse(await text(entry)))
  if (!heading.success) throw new NotRestored('damaged', 'backup.json')
  return heading.data
}

/** The schema that the backup was made of: each of its migrations must be known here, unchanged. */
async function makeSchema(
  { ownerUrl, rooms, now }: RestoreTarget,
  { migrations }: BackupHeading,
  keys: Keys,
): Promise<void> {
  const wanted = new Map(migrations.map(({ room, number, checksum }) => [`${room}/${number}`, checksum]))
  const known = rooms.flatMap(readRoom)
  const nameOf = ({ room, number }: Migration) => `${room}/${number}`
  const fitting = known.filter((one) => wanted.get(nameOf(one)) === checksumOf(one.sql))
  if (fitting.length < wanted.size) throw new NotRestored('schema-unknown', [...wanted.keys()].at(-1) ?? '')
  await prepareRoles(ownerUrl, readSecrets(keys.get('secrets.json')?.toString() ?? '').roles)
  await migrate(ownerUrl, rooms, now, (one) => wanted.has(nameOf(one)))
}

type Keys = ReadonlyMap<string, Buffer>

/** The keys, and the entry after them. */
async function readKeys(source: Source) {
  const keys = new Map<string, Buffer>()
  for (let entry = await next(source); ; entry = await next(source)) {
    if (!entry?.header.name.startsWith('keys/')) return { keys, after: entry }
    keys.set(basename(entry.header.name), Buffer.from(await text(entry)))
  }
}

async function fillAll(client: Client, { data }: RestoreTarget, source: Source, first: Entry | undefined) {
  await emptyTables(client, await listTables(client))
  const filling = new Filling(client)
  const files: string[] = []
  for (let entry = first; entry !== undefined; entry = await next(source)) {
    const [kind, name = ''] = entry.header.name.split('/')
    if (kind === 'tables') await filling.take(name, entry)
    else if (kind === 'files') files.push(await keepFile(data, entry))
    else {
      await filling.end()
      return assertWhole(BackupContents.parse(JSON.parse(await text(entry))), filling.digests, files)
    }
  }
  throw new NotRestored('damaged', 'contents.json')
}

/** Fills one table after the other from blocks. */
class Filling {
  readonly digests = new Map<string, string>()
  readonly #client: Client
  #table = ''
  #hash: Hash = createHash('sha256')
  #stream: ReturnType<typeof copyFrom> | undefined

  constructor(client: Client) {
    this.#client = client
  }

  async take(table: string, entry: Entry): Promise<void> {
    if (table !== this.#table) await this.#turnTo(table)
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      this.#hash.update(chunk)
      if (this.#stream?.write(chunk) === false) await new Promise((drained) => this.#stream?.once('drain', drained))
    }
  }

  async #turnTo(table: string): Promise<void> {
    await this.end()
    this.#table = table
    this.#hash = createHash('sha256')
    this.#stream = this.#client.query(copyFrom(copyIn(quoted(table))))
    this.#stream.on('error', () => undefined) // told by the promise of its end, or by the source that broke
  }

  async end(): Promise<void> {
    const stream = this.#stream
    if (stream === undefined) return
    this.#stream = undefined
    await new Promise<void>((done, failed) => {
      stream.once('finish', done).once('error', failed)
      stream.end()
    })
    this.digests.set(this.#table, this.#hash.digest('hex'))
  }
}

/** A table's name comes out of a file: nothing but schema and name passes. */
function quoted(table: string): string {
  if (!/^[a-z_]+\.[a-z_]+$/.test(table)) throw new NotRestored('damaged', table)
  return table
}

async function keepFile(data: string, entry: Entry): Promise<string> {
  const kept = await openFileFolder(join(data, 'files')).keep(Readable.from(entry), Number.POSITIVE_INFINITY)
  return kept?.digest.toString('hex') ?? ''
}

function assertWhole(contents: BackupContents, digests: ReadonlyMap<string, string>, files: readonly string[]): void {
  const kept = new Set(files)
  const missing = contents.files.find((digest) => !kept.has(digest))
  if (missing !== undefined) throw new NotRestored('damaged', `files/${missing}`)
  const altered = contents.tables.find(({ table, bytes, digest }) => bytes > 0 && digests.get(table) !== digest)
  if (altered !== undefined) throw new NotRestored('damaged', altered.table)
}

async function keepKeys(data: string, keys: Keys): Promise<void> {
  await mkdir(data, { recursive: true })
  for (const [name, bytes] of keys)
    if (keyFiles.includes(name)) await writeFile(join(data, name), bytes, { mode: 0o600 })
}
